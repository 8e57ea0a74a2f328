package org.sellmeapen.ai.setup;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.sellmeapen.kernel.VersionStale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What organisations set up, a document each; inside a transaction in the scope of the organisation. */
@Repository
class ModelSetups {

    /**
     * @param version of the document; 0 where there is none yet
     * @param made counts what else makes models be put together anew
     */
    record Setup(List<FunctionModels> functions, long version, long made) {
        static final Setup NONE = new Setup(List.of(), 0, 0);

        boolean has(String function, ModelEntry entry) {
            return functions.stream()
                    .anyMatch(one ->
                            one.function().equals(function) && one.entries().contains(entry));
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ModelSetups(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Setup of(OrganisationId organisation) {
        Optional<Setup> found = jdbc.sql("select functions, version, made from ai_setup where organisation_id = ?")
                .param(organisation.value())
                .query((row, _) -> new Setup(
                        json.readValue(row.getString(1), new TypeReference<List<FunctionModels>>() {}),
                        row.getLong(2),
                        row.getLong(3)))
                .optional();
        return found.orElse(Setup.NONE);
    }

    /** @param version the one that was read */
    void put(OrganisationId organisation, PersonId by, List<FunctionModels> functions, long version) {
        String document = json.writeValueAsString(functions);
        Timestamp now = Timestamp.from(clock.instant());
        int rows = version == 0
                ? jdbc.sql("""
                                insert into ai_setup (organisation_id, functions, changed_by, changed_at)
                                values (?, ?::jsonb, ?, ?) on conflict do nothing""")
                        .params(organisation.value(), document, by.value(), now)
                        .update()
                : jdbc.sql("""
                                update ai_setup set functions = ?::jsonb, changed_by = ?, changed_at = ?,
                                    version = version + 1
                                where organisation_id = ? and version = ?""")
                        .params(document, by.value(), now, organisation.value(), version)
                        .update();
        if (rows == 0) {
            throw new VersionStale();
        }
    }

    /** Something outside the document changed, such as a key. */
    void madeAnew(OrganisationId organisation) {
        jdbc.sql("update ai_setup set made = made + 1 where organisation_id = ?")
                .param(organisation.value())
                .update();
    }

    void removeAll(OrganisationId organisation) {
        jdbc.sql("delete from ai_setup where organisation_id = ?")
                .param(organisation.value())
                .update();
        jdbc.sql("delete from ai_spend where organisation_id = ?")
                .param(organisation.value())
                .update();
    }
}
