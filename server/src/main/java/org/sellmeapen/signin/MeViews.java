package org.sellmeapen.signin;

import java.util.List;
import java.util.TreeSet;
import org.sellmeapen.kernel.NotFound;
import org.sellmeapen.tenancy.Organisation;
import org.sellmeapen.tenancy.OrganisationScope;
import org.sellmeapen.tenancy.Person;
import org.sellmeapen.tenancy.SignedIn;
import org.sellmeapen.tenancy.Tenancy;
import org.springframework.stereotype.Component;

@Component
class MeViews {

    private final Tenancy tenancy;

    MeViews(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** For somebody just recognised, whose request did not begin in this organisation. */
    Me of(Recognised recognised) {
        SignedIn who = recognised.who();
        List<Me.MyOrganisation> organisations = tenancy.organisationsOf(who.person()).stream()
                .map(o -> new Me.MyOrganisation(o.id().value(), o.name(), o.role()))
                .toList();
        return OrganisationScope.within(who.organisation(), who.person(), () -> {
            Person person = tenancy.person(who.person()).orElseThrow(() -> new NotFound("person"));
            Organisation organisation = tenancy.organisation();
            return new Me(
                    new Me.MyAccount(
                            person.id().value(), person.name(), person.email(), person.language(), person.appearance()),
                    new Me.MyPlace(organisation.id().value(), organisation.name(), organisation.demo()),
                    who.role(),
                    organisations,
                    tenancy.teamsOf(who.person()).stream()
                            .map(t -> new Me.MyTeam(t.id().value(), t.name(), t.lead()))
                            .toList(),
                    new TreeSet<>(who.permissions()),
                    recognised.credential() instanceof Credential.Browser browser ? browser.csrfToken() : null);
        });
    }
}
