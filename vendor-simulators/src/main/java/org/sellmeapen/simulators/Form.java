package org.sellmeapen.simulators;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that was sent, as JSON that a schema can be held to.
 *
 * @param file what the one file in it holds
 */
record Form(ObjectNode fields, byte[] file) {

    static Form of(Request request) {
        String type = request.header("content-type");
        int at = type.indexOf("boundary=");
        if (!type.startsWith("multipart/form-data") || at < 0) {
            throw new IllegalArgumentException("no form: " + type);
        }
        String boundary = "--" + type.substring(at + 9);
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        if (!body.endsWith(boundary + "--\r\n")) {
            throw new IllegalArgumentException("the form has no end");
        }
        ObjectNode fields = Frames.object();
        byte[] file = {};
        for (String part : body.split(java.util.regex.Pattern.quote(boundary) + "\r\n")) {
            int end = part.indexOf("\r\n\r\n");
            if (end < 0) {
                continue;
            }
            String head = part.substring(0, end);
            String name = head.replaceFirst("(?s).*?\\bname=\"([^\"]*)\".*", "$1");
            int stop = part.lastIndexOf("\r\n" + (part.endsWith(boundary + "--\r\n") ? boundary : ""));
            String value = part.substring(end + 4, stop);
            if (head.contains("filename=")) {
                file = value.getBytes(StandardCharsets.ISO_8859_1);
                fields.put(name, "binary");
            } else {
                put(fields, name, new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        return new Form(fields, file);
    }

    private static void put(ObjectNode fields, String name, String value) {
        if (name.endsWith("[]")) {
            String plain = name.substring(0, name.length() - 2);
            ArrayNode list = fields.path(plain) instanceof ArrayNode there ? there : fields.putArray(plain);
            list.add(value);
        } else if (value.matches("-?\\d{1,9}(\\.\\d+)?")) {
            fields.put(name, Double.parseDouble(value));
        } else if (value.equals("true") || value.equals("false")) {
            fields.put(name, Boolean.parseBoolean(value));
        } else {
            fields.put(name, value);
        }
    }
}
