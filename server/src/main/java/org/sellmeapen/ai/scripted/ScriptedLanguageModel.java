package org.sellmeapen.ai.scripted;

import java.util.function.Function;
import org.sellmeapen.ai.Answer;
import org.sellmeapen.ai.AnswerSink;
import org.sellmeapen.ai.LanguageModel;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.ai.Prompt;
import org.sellmeapen.ai.wire.Words;

/** Answers by a script: what is said is a function of what was asked. Word by word, and at once; a word counts as a token. */
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
        String script = this.script.apply(prompt);
        Words words = Words.to(sink, prompt);
        int said = 0;
        for (String piece : script.split("(?<=\\s)")) {
            if (said == prompt.mostTokens()) {
                return answer(prompt, words.end(), Answer.Finish.LENGTH);
            }
            said++;
            if (!words.add(piece)) {
                return answer(prompt, words.end(), Answer.Finish.STOP);
            }
        }
        return answer(prompt, words.end(), Answer.Finish.END);
    }

    private Answer answer(Prompt prompt, String text, Answer.Finish finish) {
        int asked = words(prompt.system())
                + prompt.messages().stream().mapToInt(m -> words(m.text())).sum();
        return new Answer(text, finish, new Answer.Usage(asked, 0, words(text)), id(), "script");
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
