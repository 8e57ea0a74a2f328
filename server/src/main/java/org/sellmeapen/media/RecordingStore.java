package org.sellmeapen.media;

import java.nio.file.Path;

/**
 * Where finished recordings are kept. What it holds is encrypted already; it needs to be trusted with keeping, not with
 * reading. Thread-safe. Each of its methods throws {@link StoreTrouble}, passing or lasting, when it cannot do it.
 */
interface RecordingStore {

    /** Ready when it returns; a reader before sees what was there before. Putting the same again changes nothing. */
    void put(String name, Path file);

    /** Its length in bytes, or -1 when there is none of that name. */
    long length(String name);

    /** Up to {@code length} bytes, at least one; fewer only at the end; none of what is not there. */
    byte[] read(String name, long from, int length);

    /** What is not there is removed already. */
    void remove(String name);

    default Source source(String name, long length) {
        return new Source() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public byte[] read(long from, int wanted) {
                int most = (int) Math.clamp(length - from, 0, wanted);
                if (most == 0) {
                    return new byte[0];
                }
                try {
                    return RecordingStore.this.read(name, from, most);
                } catch (StoreTrouble once) {
                    if (once.isPassing()) {
                        return RecordingStore.this.read(name, from, most);
                    }
                    throw once;
                }
            }

            @Override
            public void close() {}
        };
    }
}
