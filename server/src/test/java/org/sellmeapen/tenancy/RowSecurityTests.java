package org.sellmeapen.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sellmeapen.HouseTest;
import org.sellmeapen.kernel.OrganisationId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RowSecurityTests extends HouseTest {

    /** Read before anyone knows for which organisation; docs/decisions says why each. */
    private static final Set<String> GLOBAL = Set.of(
            "password",
            "web_session",
            "one_time_link",
            "api_token",
            "voice_ticket",
            "attempt",
            "installation",
            "audit_pending",
            "media_work",
            "connections_node",
            "organisation_roll",
            "event_publication",
            "flyway_schema_history");

    @Autowired
    private JdbcClient jdbc;

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Test
    void everyTableIsUnderForcedRowSecurityOrOnTheShortListOfGlobalOnes() {
        assertThat(strings("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p')
                        and not (c.relrowsecurity and c.relforcerowsecurity)""")).allMatch(GLOBAL::contains);
    }

    @Test
    void theApplicationsRoleOwnsNothingAndIsBound() {
        assertThat(strings("select relname from pg_class where pg_get_userbyid(relowner) = current_user"))
                .isEmpty();
        assertThat(strings("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isEmpty();
        assertThatThrownBy(() ->
                        jdbc.sql("alter table team disable row level security").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("create table mine (x int)").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void outsideAScopeNothingOfAnyOrganisationIsSeen() {
        OrganisationId ink = organisation("Ink");
        member(ink, Role.OWNER);
        List<String> tenantTables = List.of("person", "organisation", "membership", "audit_entry");

        for (String table : tenantTables) {
            String count = "select count(*) from " + table;
            assertThat(jdbc.sql(count).query(Long.class).single()).as(table).isZero();
            assertThat(transactions.<Long>execute(
                            _ -> jdbc.sql(count).query(Long.class).single()))
                    .as(table)
                    .isZero();
            assertThat(OrganisationScope.within(
                            ink,
                            () -> transactions.<Long>execute(
                                    _ -> jdbc.sql(count).query(Long.class).single())))
                    .as(table)
                    .isPositive();
        }
    }

    @Test
    void insideAScopeOnlyThatOrganisationIsSeenAndWritten() {
        OrganisationId ink = organisation("Ink");
        OrganisationId quill = organisation("Quill");
        Member inkOwner = member(ink, Role.OWNER);
        Member quillOwner = member(quill, Role.OWNER);

        OrganisationScope.within(
                ink,
                () -> transactions.execute(_ -> {
                    assertThat(strings("select cast(person_id as text) from membership"))
                            .containsExactly(inkOwner.id().toString());
                    assertThat(strings("select cast(id as text) from person"))
                            .containsExactly(inkOwner.id().toString());
                    assertThat(jdbc.sql("update membership set role = 'owner' where person_id = ?")
                                    .param(quillOwner.id().value())
                                    .update())
                            .isZero();
                    assertThat(jdbc.sql("delete from organisation where id = ?")
                                    .param(quill.value())
                                    .update())
                            .isZero();
                    return true;
                }));
        assertThatThrownBy(() -> OrganisationScope.within(
                        ink,
                        () -> transactions.execute(_ -> jdbc.sql(
                                        "insert into team (organisation_id, id, name, created_at) values (?, ?, 'spy', now())")
                                .params(quill.value(), ids.next())
                                .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theOrganisationOfARunningTransactionCannotChange() {
        OrganisationId ink = organisation("Ink");
        OrganisationId quill = organisation("Quill");
        assertThatThrownBy(() -> OrganisationScope.within(
                        ink, () -> transactions.execute(_ -> OrganisationScope.within(quill, () -> true))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPersonsOwnPlacesAreSeenAcrossOrganisationsButNotTheirColleagues() {
        OrganisationId ink = organisation("Ink");
        OrganisationId quill = organisation("Quill");
        Member rep = member(ink, Role.TRAINEE);
        member(quill, Role.OWNER);
        OrganisationScope.within(
                quill,
                rep.id(),
                () -> transactions.execute(_ -> {
                    tenancy.join(rep.id(), Role.MANAGER, List.of());
                    return true;
                }));

        assertThat(tenancy.organisationsOf(rep.id()))
                .extracting(OrganisationOfPerson::name)
                .containsExactly("Ink", "Quill");
        OrganisationScope.ofPerson(
                rep.id(),
                () -> transactions.execute(_ -> {
                    assertThat(strings("select cast(person_id as text) from membership"))
                            .hasSize(2)
                            .containsOnly(rep.id().toString());
                    assertThat(strings("select cast(id as text) from person"))
                            .containsExactly(rep.id().toString());
                    return true;
                }));
    }
}
