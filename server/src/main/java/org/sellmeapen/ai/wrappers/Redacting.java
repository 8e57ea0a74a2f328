package org.sellmeapen.ai.wrappers;

import java.util.List;
import java.util.function.Supplier;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.privacy.Redaction;
import org.sellmeapen.privacy.Redactor;
import org.sellmeapen.privacy.Restoring;

/** Takes personal data out of what is asked and puts it back into what is answered. */
public final class Redacting implements LanguageModel {

    private static final String NOTE =
            "\n\nWords in square brackets such as [NAME_1] stand for names and numbers. Use them unchanged where you mean"
                    + " the same.";

    private final LanguageModel model;
    private final Supplier<Redactor> redactor;

    public Redacting(LanguageModel model, Supplier<Redactor> redactor) {
        this.model = model;
        this.redactor = redactor;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        Redaction redaction = redactor.get().begin();
        Prompt asked = out(prompt, redaction);
        if (redaction.taken() == 0) {
            return model.answer(prompt, sink);
        }
        boolean json = prompt.schema() != null;
        Restoring restoring = redaction.restoring(sink::words, json);
        Answer answer;
        try {
            answer = model.answer(asked, restoring::words);
        } catch (ModelFailed failed) {
            restoring.end(); // whoever heard the beginning hears all of it
            throw failed;
        }
        restoring.end();
        String text = json ? redaction.backInJson(answer.text()) : redaction.back(answer.text());
        return answer.saying(text);
    }

    private static Prompt out(Prompt prompt, Redaction redaction) {
        redaction.meet(prompt.system());
        prompt.messages().forEach(message -> redaction.meet(message.text()));
        String system = redaction.out(prompt.system());
        List<Prompt.Message> messages = prompt.messages().stream()
                .map(message -> new Prompt.Message(message.role(), redaction.out(message.text())))
                .toList();
        return new Prompt(
                redaction.taken() > 0 ? system + NOTE : system,
                messages,
                prompt.mostTokens(),
                prompt.temperature(),
                prompt.stop().stream().map(redaction::out).toList(),
                prompt.schema(),
                prompt.seed());
    }
}
