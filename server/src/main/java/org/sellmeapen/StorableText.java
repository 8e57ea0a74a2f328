package org.sellmeapen;

import org.jspecify.annotations.Nullable;
import org.sellmeapen.kernel.Storable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Text as Jackson reads it, but for a NUL and for halves of characters, which PostgreSQL and UTF-8 cannot hold. */
class StorableText extends StdScalarDeserializer<String> {

    StorableText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !Storable.is(text)) {
            return (String) context.handleWeirdStringValue(String.class, "", "holds a NUL or half a character");
        }
        return text;
    }
}
