package org.sellmeapen.coaching;

import java.util.Map;
import java.util.Optional;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.speech.Weights;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How an organisation weighs the parts of clarity and confidence. What was told before keeps the weights of its day. */
@Service
class WeightsDesk {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;

    WeightsDesk(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** Empty where they are those that are shipped. */
    @Transactional(readOnly = true)
    Optional<Weights> own() {
        return jdbc.sql("select weights from coaching_weights where organisation_id = :organisation")
                .param("organisation", OrganisationScope.current().value())
                .query(String.class)
                .optional()
                .map(stored -> json.readValue(stored, Weights.class));
    }

    @Transactional
    void change(SignedIn who, Weights weights) {
        jdbc.sql("""
                insert into coaching_weights (organisation_id, weights) values (:organisation, :weights)
                on conflict (organisation_id) do update
                set weights = excluded.weights, version = coaching_weights.version + 1
                """)
                .param("organisation", who.organisation().value())
                .param("weights", json.writeValueAsString(weights.valid()))
                .update();
        audit.record(
                who.organisation(),
                who.person(),
                "speech-weights.changed",
                "organisation:" + who.organisation(),
                Map.of());
    }
}
