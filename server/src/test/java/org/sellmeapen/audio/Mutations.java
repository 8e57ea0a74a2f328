package org.sellmeapen.audio;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Damages files the ways files get damaged, and some nobody would think of. */
final class Mutations {

    private static final int HEADER = 256;

    private final RandomGenerator dice;

    Mutations(RandomGenerator dice) {
        this.dice = dice;
    }

    byte[] of(byte[] whole) {
        byte[] file = whole.clone();
        return switch (dice.nextInt(7)) {
            case 0 -> Arrays.copyOf(file, dice.nextInt(file.length)); // cut off
            case 1 -> flipped(file, file.length, 1 + dice.nextInt(40));
            case 2 -> flipped(file, Math.min(HEADER, file.length), 1 + dice.nextInt(8));
            case 3 -> numbers(file); // lengths and counts at their bounds
            case 4 -> { // a hole
                int from = dice.nextInt(file.length);
                int to = from + dice.nextInt(file.length - from);
                byte[] rest = Arrays.copyOf(file, file.length - (to - from));
                System.arraycopy(file, to, rest, from, file.length - to);
                yield rest;
            }
            case 5 -> { // said twice
                byte[] twice = Arrays.copyOf(file, 2 * file.length);
                System.arraycopy(file, 0, twice, file.length, file.length);
                yield flipped(twice, twice.length, 3);
            }
            default -> { // a header before noise
                for (int i = Math.min(HEADER, file.length); i < file.length; i++) {
                    file[i] = (byte) dice.nextInt();
                }
                yield file;
            }
        };
    }

    private byte[] flipped(byte[] file, int within, int times) {
        for (int i = 0; i < times; i++) {
            file[dice.nextInt(within)] ^= (byte) (1 << dice.nextInt(8));
        }
        return file;
    }

    private byte[] numbers(byte[] file) {
        int[] bounds = {0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1, 0xFFFF};
        for (int i = 0; i < 3 && file.length > 8; i++) {
            int at = dice.nextInt(Math.min(2 * HEADER, file.length - 4));
            int bound = bounds[dice.nextInt(bounds.length)];
            for (int k = 0; k < 4; k++) {
                file[at + k] = (byte) (bound >> 8 * k);
            }
        }
        return file;
    }
}
