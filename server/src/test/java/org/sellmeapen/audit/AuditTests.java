package org.sellmeapen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sellmeapen.Caller;
import org.sellmeapen.HouseTest;
import org.sellmeapen.OwnerConnection;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditTests extends HouseTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Audit audit;

    @Autowired
    private Sequencer sequencer;

    @Autowired
    private ChainHeads heads;

    @Autowired
    private JdbcClient jdbc;

    private OrganisationId ink = new OrganisationId(new java.util.UUID(0, 1));

    @BeforeEach
    void threeSealedEntries() {
        ink = organisation("Ink"); // the first entry
        record("second");
        record("third");
        seal();
    }

    private void record(String action) {
        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    trail.record(ink, null, "test." + action, "test:1", Map.of("n", action));
                    return true;
                }));
    }

    /** The sequencer of the running house may be at this chain just now; then it seals. */
    private void seal() {
        org.awaitility.Awaitility.await().until(() -> {
            sequencer.sealOf(ink);
            return OrganisationScope.within(
                    ink,
                    () -> transactions.<Boolean>execute(
                            _ -> jdbc.sql("select count(*) = 0 from audit_pending where organisation_id = ?")
                                    .param(ink.value())
                                    .query(Boolean.class)
                                    .single()));
        });
    }

    private void broken(long sequence, String reason) {
        AuditVerification found = audit.verify(ink);
        assertThat(found.ok()).isFalse();
        assertThat(found.firstBroken()).isEqualTo(sequence);
        assertThat(found.reason()).contains(reason);
    }

    /** As somebody with the owner's credentials would, past trigger and row security, and putting both back. */
    private void tamper(String table, String sql) {
        OwnerConnection.run(
                ink.value(),
                "begin",
                "alter table %s disable trigger user".formatted(table),
                "alter table %s no force row level security".formatted(table),
                sql + " and organisation_id = '%s'".formatted(ink),
                "alter table %s enable trigger user".formatted(table),
                "alter table %s force row level security".formatted(table),
                "commit");
    }

    @Test
    void anUntouchedChainHoldsAndCountsWhatWaits() {
        record("fourth");
        AuditVerification found = audit.verify(ink);
        assertThat(found.ok()).isTrue();
        assertThat(found.entries()).isEqualTo(4);
        assertThat(found.sealed()).isBetween(3L, 4L);
        assertThat(audit.verifyHouse().ok()).isTrue();
    }

    @Test
    void anEntryIsWrittenWithItsChangeOrNotAtAll() {
        assertThatThrownBy(() -> trail.record(ink, null, "test.alone", "test:1", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        OrganisationScope.within(
                ink,
                () -> transactions.execute(status -> {
                    trail.record(ink, null, "test.rolled-back", "test:1", Map.of());
                    status.setRollbackOnly();
                    return true;
                }));
        assertThat(audit.verify(ink).entries()).isEqualTo(3);
    }

    @Test
    void neitherTheApplicationNorTheOwnerChangesWhatWasWritten() {
        for (String table : List.of("audit_entry", "audit_seal")) {
            for (String sql : List.of(
                    "delete from " + table,
                    "truncate " + table,
                    "update " + table + " set organisation_id = organisation_id")) {
                assertThatThrownBy(() -> OrganisationScope.within(
                                ink,
                                () -> transactions.execute(_ -> jdbc.sql(sql).update())))
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("permission denied");
                String bare = "alter table " + table + " no force row level security";
                assertThatThrownBy(() -> OwnerConnection.run(ink.value(), "begin", bare, sql))
                        .hasMessageContaining("what was audited stays");
            }
        }
    }

    @Test
    void aChangedEntryIsNamed() {
        tamper("audit_entry", "update audit_entry set detail = '{\"n\":\"other\"}' where action = 'test.second'");
        broken(2, "changed");
    }

    @Test
    void aRemovedEntryIsNamed() {
        tamper("audit_entry", "delete from audit_entry where action = 'test.second'");
        broken(2, "missing");
    }

    @Test
    void aRemovedSealIsNamed() {
        tamper("audit_seal", "delete from audit_seal where sequence = 2");
        broken(2, "missing");
    }

    @Test
    void aTailCutOffWithEverythingThatTellsOfItInTheDatabaseIsSeenAgainstTheKeptHead() {
        tamper("audit_entry", "delete from audit_entry where action = 'test.third'");
        tamper("audit_seal", "delete from audit_seal where sequence = 3");
        OwnerConnection.run(
                ink.value(),
                "update audit_chain set sequence = 2, mac = (select mac from audit_seal where sequence = 2)");
        assertThat(heads.find(ink).orElseThrow().sequence()).isEqualTo(3);
        broken(3, "end is missing");
    }

    @Test
    void anEntrySlippedInWithoutASealIsSeen() {
        OwnerConnection.run(
                ink.value(),
                "insert into audit_entry select organisation_id, gen_random_uuid(), at, actor_id, 'test.forged', subject, detail"
                        + " from audit_entry where action = 'test.third'");
        broken(4, "past the trail");
    }

    @Test
    void severalSequencersAtOnceSealEachEntryOnce() throws Exception {
        for (int n = 0; n < 40; n++) {
            record("n" + n);
        }
        List<Callable<Integer>> all = new ArrayList<>();
        IntStream.range(0, 8).forEach(n -> all.add(() -> sequencer.sealOf(ink)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(all);
        }
        seal();
        AuditVerification found = audit.verify(ink);
        assertThat(found.ok()).isTrue();
        assertThat(found.sealed()).isEqualTo(43);
    }

    @Test
    void anAuditorReadsTheirOwnOrganisationsTrailNewestFirstAndNobodyElse() {
        Caller auditor = program(member(ink, Role.AUDITOR));
        record("fourth");
        seal();

        var newest = auditor.get("/api/v1/audit-entries?limit=1").body();
        assertThat(newest.at("/items/0/action").asString()).isEqualTo("test.fourth");
        assertThat(newest.at("/items/0/sealed").asBoolean()).isTrue();
        assertThat(newest.at("/items/0/detail/n").asString()).isEqualTo("fourth");
        var next = auditor.get("/api/v1/audit-entries?limit=1&cursor="
                + newest.path("next_cursor").asString());
        assertThat(next.body().at("/items/0/action").asString()).isEqualTo("token.made");
        assertThat(next.body().at("/items/0/actor/name").asString()).isEqualTo("Test auditor");
        assertThat(auditor.get("/api/v1/audit-entries?action=test.second")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(auditor.get("/api/v1/audit-entries?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(auditor.get("/api/v1/audit-entries?from=yesterday").code()).isEqualTo("not-valid");
        assertThat(auditor.get("/api/v1/audit-entries/verification")
                        .body()
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(program(member(ink, Role.MANAGER))
                        .get("/api/v1/audit-entries")
                        .code())
                .isEqualTo("not-allowed");
        assertThat(program(member(organisation("Quill"), Role.OWNER))
                        .get("/api/v1/audit-entries?action=test.second")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }
}
