package org.sellmeapen.media;

import java.util.UUID;
import java.util.regex.Pattern;
import org.sellmeapen.kernel.PersonId;

/**
 * A recording of the organisation in scope.
 *
 * @param subject what is recorded, such as a session; one subject has one recording
 * @param person whose erasure takes it along
 * @param retention the class it is kept under, such as {@code rehearsal}: lower-case letters, digits and hyphens
 * @param keepDays how long it is kept from its beginning, 1 to 36,500 days
 */
public record BeginRecording(UUID subject, PersonId person, String retention, int keepDays) {

    private static final Pattern CLASS = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public BeginRecording {
        if (!CLASS.matcher(retention).matches()) {
            throw new IllegalArgumentException("no retention class: " + retention);
        }
        mustBeDays(keepDays);
    }

    static void mustBeDays(int days) {
        if (days < 1 || days > 36_500) {
            throw new IllegalArgumentException("a recording is kept 1 to 36500 days, not " + days);
        }
    }
}
