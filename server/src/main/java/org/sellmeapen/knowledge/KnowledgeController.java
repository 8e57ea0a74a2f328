package org.sellmeapen.knowledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Cursor;
import org.sellmeapen.kernel.Page;
import org.sellmeapen.kernel.Version;
import org.sellmeapen.tenancy.Needs;
import org.sellmeapen.tenancy.Permission;
import org.sellmeapen.tenancy.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/knowledge")
class KnowledgeController {

    private static final int MOST_FOUND = 20;

    private final Knowledge knowledge;

    KnowledgeController(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Needs(Permission.AUTHOR_SCENARIOS)
    @GetMapping
    Page<Documents.Line> page(
            SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return knowledge.page(who, Cursor.ofTextAndId(cursor), Cursor.limit(limit));
    }

    record KnowledgeDraft(
            @NotNull @Size(max = 200) String title,
            @Nullable @Size(max = 300) String source,
            @NotNull @Size(max = 35) String language,
            @NotNull @Size(max = Knowledge.LONGEST) String body) {

        Knowledge.Draft draft() {
            return new Knowledge.Draft(title, source == null ? "" : source, language, body);
        }
    }

    record KnowledgeView(UUID id, String title, String source, String language, String body, Instant changedAt) {}

    @Needs(Permission.AUTHOR_SCENARIOS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<KnowledgeView> add(@Valid @RequestBody KnowledgeDraft draft, SignedIn who) {
        DocumentId id = knowledge.add(who, draft.draft());
        KnowledgeDocument made = knowledge.document(who, id);
        return ResponseEntity.created(URI.create("/api/v1/knowledge/" + id))
                .eTag(new Version(made.version()).etag())
                .body(view(made));
    }

    @Needs(Permission.AUTHOR_SCENARIOS)
    @GetMapping("/{id}")
    ResponseEntity<KnowledgeView> document(@PathVariable UUID id, SignedIn who) {
        KnowledgeDocument found = knowledge.document(who, new DocumentId(id));
        return ResponseEntity.ok().eTag(new Version(found.version()).etag()).body(view(found));
    }

    @Needs(Permission.AUTHOR_SCENARIOS)
    @PutMapping("/{id}")
    ResponseEntity<KnowledgeView> change(
            @PathVariable UUID id,
            @Valid @RequestBody KnowledgeDraft draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            SignedIn who) {
        knowledge.change(who, new DocumentId(id), Version.ofIfMatch(ifMatch), draft.draft());
        return document(id, who);
    }

    @Needs(Permission.AUTHOR_SCENARIOS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, SignedIn who) {
        knowledge.remove(who, new DocumentId(id));
    }

    record PassageView(
            UUID documentId, String title, String source, int n, String text, List<Passage.FoundBy> foundBy) {}

    /** What would be given to the counterpart and the judge for this question. */
    @Needs(Permission.AUTHOR_SCENARIOS)
    @GetMapping("/passages")
    Page<PassageView> passages(
            SignedIn who,
            @RequestParam @Size(max = 1000) String q,
            @RequestParam(defaultValue = "en") @Size(max = 35) String language,
            @RequestParam(required = false) @Nullable Integer limit)
            throws InterruptedException {
        int most = Math.min(MOST_FOUND, Cursor.limit(limit));
        return new Page<>(
                knowledge.find(who.organisation(), q, language, most).stream()
                        .map(one -> new PassageView(
                                one.document().value(),
                                one.title(),
                                one.source(),
                                one.n(),
                                one.text(),
                                one.foundBy().stream().sorted().toList()))
                        .toList(),
                null);
    }

    private static KnowledgeView view(KnowledgeDocument document) {
        return new KnowledgeView(
                document.id().value(),
                document.title(),
                document.source(),
                document.language(),
                document.body(),
                document.changedAt());
    }
}
