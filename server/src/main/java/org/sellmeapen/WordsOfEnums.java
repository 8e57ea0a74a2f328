package org.sellmeapen;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** In an address as in JSON: {@code ?level=easy}, whatever the constant is called in Java. */
// Enum is generic, the interface of the framework takes the raw one; an empty word is an absent value.
@SuppressWarnings({"rawtypes", "unchecked", "NullAway"})
final class WordsOfEnums implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return word -> constant(type, word);
    }

    /** @throws IllegalArgumentException for a word the type does not have */
    private static <T extends Enum> @Nullable T constant(Class<T> type, String word) {
        if (word.isEmpty()) {
            return null;
        }
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no " + type.getSimpleName());
    }
}
