package org.sellmeapen.tenancy;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * For whom the database answers. Row security shows nothing outside a scope. The organisation comes from the
 * authenticated principal or from the stored row of a job, ticket, link or event, never from a parameter.
 *
 * <p>A scope is entered before a transaction begins; changing it inside one is a bug and is refused. It does not follow
 * into other threads: work handed over enters its own.
 */
public final class OrganisationScope {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    /** What row security is told. */
    record Scope(
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable String email) {
        static final Scope NONE = new Scope(null, null, null);
    }

    private OrganisationScope() {}

    /** Everything of that organisation; nothing of any other. */
    public static <T extends @Nullable Object, X extends Throwable> T within(
            OrganisationId organisation, ScopedValue.CallableOp<T, X> work) throws X {
        return organised(new Scope(organisation, null, null), work);
    }

    /** As {@link #within(OrganisationId, ScopedValue.CallableOp)}, and this person may change their own account. */
    public static <T extends @Nullable Object, X extends Throwable> T within(
            OrganisationId organisation, PersonId person, ScopedValue.CallableOp<T, X> work) throws X {
        return organised(new Scope(organisation, person, null), work);
    }

    /** A person's own account and memberships, wherever they are; no other data of any organisation. Takes a new transaction. */
    static <T extends @Nullable Object, X extends Throwable> T ofPerson(
            PersonId person, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Scope(null, person, null)).call(work);
    }

    /** Only the account with exactly this address: for who is not signed in yet. Takes a new transaction. */
    static <T extends @Nullable Object, X extends Throwable> T ofEmail(String email, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, new Scope(null, null, email)).call(work);
    }

    /** The organisation of the running request, job or event. Its absence is a bug of the caller. */
    public static OrganisationId current() {
        return Objects.requireNonNull(scope().organisation(), "no organisation in scope");
    }

    public static Optional<OrganisationId> currentIfAny() {
        return Optional.ofNullable(scope().organisation());
    }

    static Scope scope() {
        return CURRENT.isBound() ? CURRENT.get() : Scope.NONE;
    }

    private static <T extends @Nullable Object, X extends Throwable> T organised(
            Scope scope, ScopedValue.CallableOp<T, X> work) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !Objects.equals(scope.organisation(), scope().organisation())) {
            throw new IllegalStateException("the organisation of a running transaction cannot change");
        }
        return ScopedValue.where(CURRENT, scope).call(work);
    }
}
