package org.sellmeapen.signin;

import org.sellmeapen.kernel.Post;
import org.springframework.stereotype.Component;

/** What we write to people about signing in. */
@Component
class Letters {

    private final Post post;

    Letters(Post post) {
        this.post = post;
    }

    boolean deliver() {
        return post.delivers();
    }

    boolean invitation(Invitation invitation, String organisation, OneTimeLink.Issued link) {
        return post.send(new Post.Letter(
                "invitation-" + invitation.id(),
                invitation.email(),
                "Your invitation to " + organisation,
                """
                You are invited to %s on SellMeAPen, where sales people rehearse conversations.

                Open this link to come in. It works once, until %s:
                %s

                If you do not know why you got this, you need do nothing.
                """.formatted(organisation, link.expiresAt(), link.url())));
    }

    boolean recovery(String id, String email, OneTimeLink.Issued link) {
        return post.send(new Post.Letter(
                "recovery-" + id, email, "Choose a new password", """
                Somebody, probably you, asked to choose a new password for this address.

                Open this link to do so. It works once, until %s:
                %s

                If it was not you, you need do nothing: your password stays as it is.
                """.formatted(link.expiresAt(), link.url())));
    }
}
