package org.sellmeapen.media;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Seals pieces of one recording: each is bound to its recording and to its place, so that none can stand for another. */
record RecordingCipher(RecordingId id, Aead aead) {

    /** XAES-256-GCM under a Tink keyset: key id, nonce and tag. */
    static final int OVERHEAD = 45;

    byte[] seal(Segment heading, byte[] plain) {
        try {
            return aead.encrypt(plain, place(heading));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Empty when it is not what was sealed there. */
    Optional<byte[]> open(Segment heading, byte[] sealed) {
        try {
            return Optional.of(aead.decrypt(sealed, place(heading)));
        } catch (GeneralSecurityException notSealedHere) {
            return Optional.empty();
        }
    }

    private byte[] place(Segment heading) {
        ByteBuffer place = ByteBuffer.allocate(16 + Segment.HEADING);
        place.putLong(id.value().getMostSignificantBits()).putLong(id.value().getLeastSignificantBits());
        heading.put(place);
        return place.array();
    }
}
