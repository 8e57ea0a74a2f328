package org.sellmeapen.conversation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes the model of the English pack anew; run on request only, see {@code evals/README.md}. */
@EnabledIfSystemProperty(named = "evals", matches = "train")
class ActModelTraining {

    @Test
    void writesTheModelOfTheEnglishPack() throws IOException {
        Files.write(ActPlaces.model(), bytes(trained()));
    }

    static ActModel trained() throws IOException {
        List<ActCorpus.Line> lines = new ArrayList<>(ActCorpus.own(ActPlaces.corpus()));
        String also = System.getProperty("acts.also", "");
        if (!also.isEmpty()) {
            lines.addAll(ActCorpus.truth(Path.of(also)));
        }
        return new ActTraining(lexicon()).train(lines);
    }

    static ActLexicon lexicon() throws IOException {
        try (InputStream pack = Files.newInputStream(ActPlaces.languages().resolve("en.yaml"))) {
            return LanguagePack.lexicon(pack);
        }
    }

    static byte[] bytes(ActModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            model.write(out);
        }
        return bytes.toByteArray();
    }
}
