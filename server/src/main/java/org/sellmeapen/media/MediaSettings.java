package org.sellmeapen.media;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where recordings are kept.
 *
 * @param store {@code folder} (in the data folder) or {@code s3}
 * @param memory what all recordings that run may hold in memory together; one with two voices needs 96 kB. A quarter of the
 *     heap unless said
 * @param s3 heeded with {@code store: s3} only
 */
@ConfigurationProperties("sellmeapen.media")
record MediaSettings(
        @DefaultValue("folder") String store,
        @Nullable DataSize memory,
        @DefaultValue S3 s3) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-]+/)*");

    /**
     * @param endpoint with scheme, such as {@code https://s3.eu-central-1.amazonaws.com} or {@code http://minio:9000}
     * @param pathStyle the bucket in the path instead of in the name of the host
     * @param prefix what names in the bucket begin with: empty, or ending in a slash
     * @param accessKey from the environment: AWS_ACCESS_KEY_ID
     * @param secretKey from the environment: AWS_SECRET_ACCESS_KEY
     */
    record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String bucket,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("") String prefix,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        URI base() {
            URI given = URI.create(endpoint);
            String path = given.getRawPath() == null ? "" : given.getRawPath().replaceAll("/+$", "");
            String host = pathStyle ? given.getRawAuthority() : bucket + "." + given.getRawAuthority();
            return URI.create(given.getScheme() + "://" + host + path + "/" + (pathStyle ? bucket + "/" : "") + prefix);
        }

        @Override
        public String toString() {
            return "S3[" + endpoint + ", " + bucket + "]"; // never the secret
        }
    }

    /** Says in one line what an operator must change. */
    MediaSettings checked() {
        switch (store.toLowerCase(Locale.ROOT)) {
            case "folder" -> {}
            case "s3" -> checkS3();
            default -> throw new MediaSettingsWrong("store", "folder or s3, not " + store);
        }
        if (memory != null && memory.toBytes() < DataSize.ofMegabytes(1).toBytes()) {
            throw new MediaSettingsWrong("memory", "at least 1MB");
        }
        return this;
    }

    long memoryOf(long heap) {
        return memory == null ? heap / 4 : memory.toBytes();
    }

    boolean isS3() {
        return store.equalsIgnoreCase("s3");
    }

    private void checkS3() {
        if (!isEndpoint(s3.endpoint())) {
            throw new MediaSettingsWrong("s3.endpoint", "an address such as https://s3.eu-central-1.amazonaws.com");
        }
        if (!BUCKET.matcher(s3.bucket()).matches()) {
            throw new MediaSettingsWrong("s3.bucket", "the name of a bucket");
        }
        if (!REGION.matcher(s3.region()).matches()) {
            throw new MediaSettingsWrong("s3.region", "a region such as eu-central-1");
        }
        if (!PREFIX.matcher(s3.prefix()).matches()) {
            throw new MediaSettingsWrong("s3.prefix", "empty, or words that each end in a slash, such as recordings/");
        }
        if (s3.accessKey().isBlank() || s3.secretKey().isBlank()) {
            throw new MediaSettingsWrong("s3", "the environment must hold AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
    }

    private static boolean isEndpoint(String text) {
        try {
            URI address = URI.create(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
