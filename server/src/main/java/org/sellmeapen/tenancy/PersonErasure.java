package org.sellmeapen.tenancy;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.AuditTrail;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person: their membership, everything that hears {@link PersonErased}, and their account once they belong
 * nowhere else. What was audited stays; it holds no name.
 */
@Service
public class PersonErasure {

    private final Staff staff;
    private final Tenancy tenancy;
    private final People people;
    private final Memberships memberships;
    private final Organisations organisations;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    PersonErasure(
            Staff staff,
            Tenancy tenancy,
            People people,
            Memberships memberships,
            Organisations organisations,
            PlatformTransactionManager transactionManager,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.tenancy = tenancy;
        this.people = people;
        this.memberships = memberships;
        this.organisations = organisations;
        this.transactions = new TransactionTemplate(transactionManager);
        this.audit = audit;
        this.events = events;
    }

    /** Outside any transaction: by an administrator, from their own organisation only. */
    public void erase(SignedIn who, PersonId person) {
        transactions.executeWithoutResult(_ -> {
            staff.endMembership(who, person);
            erased(who.organisation(), who.person(), person);
        });
        removeAccount(person);
    }

    /**
     * Outside any scope: by the operator, from every organisation, those they have left too.
     *
     * @return whether there is such an account
     */
    public boolean erase(String email) {
        Optional<PersonId> found =
                tenancy.personByEmail(EmailAddress.normalised(email)).map(Person::id);
        found.ifPresent(this::eraseEverywhere);
        return found.isPresent();
    }

    private void eraseEverywhere(PersonId person) {
        Set<OrganisationId> belongs = new HashSet<>(
                OrganisationScope.ofPerson(person, () -> transactions.execute(_ -> memberships.allOf(person))));
        for (OrganisationId organisation : belongs) {
            OrganisationScope.within(
                    organisation,
                    () -> transactions.execute(_ -> {
                        if (memberships.isOnlyActiveOwner(organisation, person)) {
                            throw new LastOwner();
                        }
                        return true;
                    }));
        }
        for (OrganisationId organisation : tenancy.organisations()) {
            OrganisationScope.within(
                    organisation,
                    () -> transactions.execute(_ -> {
                        if (belongs.contains(organisation)) {
                            organisations.lock(organisation);
                            memberships.remove(organisation, person);
                            events.publishEvent(new MembershipEnded(organisation, person));
                            erased(organisation, null, person);
                        } else {
                            events.publishEvent(new PersonErased(organisation, person));
                        }
                        return true;
                    }));
        }
        removeAccount(person);
    }

    private void erased(OrganisationId organisation, @Nullable PersonId by, PersonId person) {
        events.publishEvent(new PersonErased(organisation, person));
        audit.record(organisation, by, "person.erased", "person:" + person, Map.of());
    }

    private void removeAccount(PersonId person) {
        OrganisationScope.ofPerson(
                person,
                () -> transactions.execute(_ -> {
                    if (memberships.allOf(person).isEmpty()) {
                        people.remove(person);
                        events.publishEvent(new AccountRemoved(person));
                    }
                    return true;
                }));
    }
}
