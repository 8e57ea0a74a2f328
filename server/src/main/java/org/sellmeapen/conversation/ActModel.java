package org.sellmeapen.conversation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The trained part of a language pack: one model a side.
 *
 * @param least below this likelihood of the main act the analyser abstains
 * @param second from this likelihood on an act is read beside the main one
 */
record ActModel(SideModel rep, SideModel buyer, double least, double second) {

    private static final int FORMAT = 0x41435433;

    SideModel side(Speaker speaker) {
        return switch (speaker) {
            case REP -> rep;
            case BUYER -> buyer;
        };
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeDouble(least);
        out.writeDouble(second);
        rep.write(out);
        buyer.write(out);
    }

    static ActModel read(DataInputStream in) throws IOException {
        if (in.readInt() != FORMAT) {
            throw new IOException("not an act model of this version; train again");
        }
        double least = in.readDouble();
        double second = in.readDouble();
        return new ActModel(SideModel.read(in), SideModel.read(in), least, second);
    }
}
