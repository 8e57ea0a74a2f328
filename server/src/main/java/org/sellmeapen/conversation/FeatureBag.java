package org.sellmeapen.conversation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The features of one utterance, each once. A feature is known by the hash of its name; the name itself is put together
 * only when somebody asks, because this runs hundreds of times an utterance.
 */
final class FeatureBag {

    private static final int PARTS = 3;

    private int[] hash = new int[512];
    private float[] value = new float[512];
    private String[] kind = new String[512];
    private @Nullable String[] part = new @Nullable String[512 * PARTS];
    private int[] slot = new int[1024];
    private int size;

    int size() {
        return size;
    }

    int hash(int i) {
        return hash[i];
    }

    float value(int i) {
        return value[i];
    }

    String kind(int i) {
        return kind[i];
    }

    /** Name without its kind. */
    String words(int i) {
        var name = new StringBuilder();
        for (int k = 0; k < PARTS; k++) {
            String one = part[i * PARTS + k];
            if (one != null) {
                name.append(k == 0 ? "" : " ").append(one);
            }
        }
        return name.toString();
    }

    static int hashOf(String ofKind, String first) {
        return LinearModel.fold(hash(hash(LinearModel.HASH_START, ofKind), first));
    }

    void add(String ofKind, String first) {
        add(1, ofKind, first, null, null);
    }

    void add(String ofKind, String first, String second) {
        add(1, ofKind, first, second, null);
    }

    void add(double worth, String ofKind, String first, @Nullable String second, @Nullable String third) {
        long h = hash(LinearModel.HASH_START, ofKind);
        h = hash(h, first);
        h = second == null ? h : hash(h, second);
        h = third == null ? h : hash(h, third);
        add(LinearModel.fold(h), worth, ofKind, first, second, third);
    }

    /** Letters {@code from} to before {@code to} of a word. */
    void addLetters(double worth, String word, int from, int to) {
        long h = hash(LinearModel.HASH_START, "g");
        for (int i = from; i < to; i++) {
            h = LinearModel.step(h, word.charAt(i));
        }
        add(LinearModel.fold(h), worth, "g", word, null, null);
    }

    private static long hash(long before, String word) {
        long h = before;
        for (int i = 0; i < word.length(); i++) {
            h = LinearModel.step(h, word.charAt(i));
        }
        return LinearModel.step(h, ' ');
    }

    private void add(
            int hashed, double worth, String ofKind, String first, @Nullable String second, @Nullable String third) {
        int at = find(hashed);
        if (slot[at] != 0) {
            return;
        }
        if (size == hash.length) {
            grow();
            at = find(hashed);
        }
        hash[size] = hashed;
        value[size] = (float) worth;
        kind[size] = ofKind;
        part[size * PARTS] = first;
        part[size * PARTS + 1] = second;
        part[size * PARTS + 2] = third;
        size++;
        slot[at] = size;
    }

    private int find(int hashed) {
        int at = hashed & slot.length - 1;
        while (slot[at] != 0 && hash[slot[at] - 1] != hashed) {
            at = at + 1 & slot.length - 1;
        }
        return at;
    }

    private void grow() {
        int wider = hash.length * 2;
        hash = Arrays.copyOf(hash, wider);
        value = Arrays.copyOf(value, wider);
        kind = Arrays.copyOf(kind, wider);
        part = Arrays.copyOf(part, wider * PARTS);
        slot = new int[wider * 2];
        for (int i = 0; i < size; i++) {
            slot[find(hash[i])] = i + 1;
        }
    }
}
