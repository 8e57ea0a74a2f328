package org.sellmeapen.ai.scripted;

import java.util.function.Function;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;

/** Answers by a script: what is said is a function of what was asked. Word by word, and at once. */
public final class ScriptedLanguageModel implements LanguageModel {

    private final Function<Prompt, String> script;

    public ScriptedLanguageModel(Function<Prompt, String> script) {
        this.script = script;
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public Answer answer(Prompt prompt, AnswerSink sink) throws ModelFailed, InterruptedException {
        String text = script.apply(prompt);
        int asked = words(prompt.system())
                + prompt.messages().stream().mapToInt(m -> words(m.text())).sum();
        for (String piece : text.split("(?<=\\s)")) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!piece.isEmpty()) {
                sink.words(piece);
            }
        }
        return new Answer(text, Answer.Finish.END, new Answer.Usage(asked, 0, words(text)), id(), "script");
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
