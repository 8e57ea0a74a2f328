package org.sellmeapen.conversation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What was learnt about the acts of one side.
 *
 * @param temperature divides the scores, so that a likelihood of 0.8 is right in eight of ten held-back utterances
 */
record SideModel(LinearModel linear, Neighbours neighbours, double temperature) {

    /** How much the neighbours weigh beside the linear model. */
    private static final double MEMORY = 0.25;

    List<Act> acts() {
        return linear.acts();
    }

    double[] scores(FeatureBag features) {
        int[] found = linear.rows(features);
        double[] scores = LinearModel.softmax(linear.scores(features, found));
        double[] shares = neighbours.shares(scores.length, found);
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StrictMath.log(scores[k] + 1e-9) + MEMORY * StrictMath.log(shares[k]);
        }
        return scores;
    }

    double[] likelihoods(FeatureBag features) {
        double[] scores = scores(features);
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= temperature;
        }
        return LinearModel.softmax(scores);
    }

    SideModel withTemperature(double other) {
        return new SideModel(linear, neighbours, other);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(temperature);
        linear.write(out);
        neighbours.write(out);
    }

    static SideModel read(DataInputStream in) throws IOException {
        double temperature = in.readDouble();
        return new SideModel(LinearModel.read(in), Neighbours.read(in), temperature);
    }
}
