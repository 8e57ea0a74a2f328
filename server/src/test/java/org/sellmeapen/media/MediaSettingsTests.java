package org.sellmeapen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class MediaSettingsTests {

    private static MediaSettings s3(String endpoint, String bucket, boolean pathStyle, String prefix, String secret) {
        return new MediaSettings(
                "s3",
                DataSize.ofMegabytes(64),
                new MediaSettings.S3(endpoint, "eu-central-1", bucket, pathStyle, prefix, "KEY", secret));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://s3.example.org, pens, '', secret, s3.endpoint",
        "s3.example.org, pens, '', secret, s3.endpoint",
        "https://user:word@s3.example.org, pens, '', secret, s3.endpoint",
        "'', pens, '', secret, s3.endpoint",
        "https://s3.example.org, '', '', secret, s3.bucket",
        "https://s3.example.org, Pens, '', secret, s3.bucket",
        "https://s3.example.org, pens, /a, secret, s3.prefix",
        "https://s3.example.org, pens, ../, secret, s3.prefix",
        "https://s3.example.org, pens, '', '', AWS_SECRET_ACCESS_KEY",
    })
    void whatIsWrongIsSaidInOneLine(String endpoint, String bucket, String prefix, String secret, String named) {
        assertThatThrownBy(() -> s3(endpoint, bucket, true, prefix, secret).checked())
                .isInstanceOf(MediaSettingsWrong.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anotherStoreIsRefused() {
        MediaSettings.S3 none = new MediaSettings.S3("", "us-east-1", "", true, "", "", "");
        assertThatThrownBy(() -> new MediaSettings("gcs", DataSize.ofMegabytes(64), none).checked())
                .isInstanceOf(MediaSettingsWrong.class)
                .hasMessageContaining("folder or s3");
        assertThatThrownBy(() -> new MediaSettings("folder", DataSize.ofKilobytes(1), none).checked())
                .isInstanceOf(MediaSettingsWrong.class);
        assertThat(new MediaSettings("folder", DataSize.ofMegabytes(64), none)
                        .checked()
                        .isS3())
                .isFalse();
    }

    @Test
    void theBucketStandsInThePathOrInTheHost() {
        assertThat(s3("http://minio:9000/", "pens", true, "a/", "s")
                        .checked()
                        .s3()
                        .base())
                .hasToString("http://minio:9000/pens/a/");
        assertThat(s3("https://s3.eu-central-1.amazonaws.com", "pens", false, "", "s")
                        .checked()
                        .s3()
                        .base())
                .hasToString("https://pens.s3.eu-central-1.amazonaws.com/");
    }

    @Test
    void aQuarterOfTheHeapIsForRecordingsUnlessSaid() {
        MediaSettings.S3 none = new MediaSettings.S3("", "us-east-1", "", true, "", "", "");
        assertThat(new MediaSettings("folder", null, none).checked().memoryOf(400))
                .isEqualTo(100);
        assertThat(new MediaSettings("folder", DataSize.ofMegabytes(2), none).memoryOf(400))
                .isEqualTo(2 << 20);
    }

    @Test
    void theSecretIsNotSaid() {
        assertThat(s3("https://s3.example.org", "pens", true, "", "hush").toString())
                .doesNotContain("hush");
    }
}
