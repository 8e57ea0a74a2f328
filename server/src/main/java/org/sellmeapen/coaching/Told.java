package org.sellmeapen.coaching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.speech.SpeechReport;

/**
 * A finding as it is told and kept.
 *
 * @param own what is usual for this person; absent while too little is known of them
 * @param norm where it would have been well
 * @param rank by which it was chosen, made of the three before it
 * @param moments where to listen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Told(
        String what,
        String figure,
        String say,
        double value,
        double norm,
        @Nullable OwnRange own,
        double size,
        double reliability,
        double practice,
        double rank,
        String formula,
        List<SpeechReport.Moment> moments,
        UUID drillId,
        String drillKind) {}
