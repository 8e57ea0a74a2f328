package org.sellmeapen.media;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.sellmeapen.kernel.Ids;
import org.sellmeapen.tenancy.MasterKeys;
import org.sellmeapen.tenancy.OrganisationKeys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

    @Bean
    RecordingStore recordingStore(MediaSettings given, @Value("${sellmeapen.data}") Path data, Clock clock) {
        MediaSettings settings = given.checked();
        if (!settings.isS3()) {
            return new FolderStore(folder(data).resolve("store"));
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTED_WITHIN)
                .build();
        return new S3Store(client, settings.s3(), clock, ANSWERED_WITHIN);
    }

    @Bean
    Spool spool(@Value("${sellmeapen.data}") Path data, Ids ids) {
        return new Spool(folder(data).resolve("spool"), ids);
    }

    @Bean
    MasterKeys masterKeys(@Value("${sellmeapen.data}") Path data) {
        return new MasterKeys(data.toAbsolutePath().normalize().resolve("keys"), "media");
    }

    @Bean
    OrganisationKeys organisationKeys(JdbcClient jdbc, MasterKeys masters, Clock clock) {
        return new OrganisationKeys(jdbc, "media_key", masters, clock, MediaKeyMissing::new);
    }

    @Bean
    RecordingWriter recordingWriter(Finisher finisher) {
        return new RecordingWriter(finisher::over);
    }

    @Bean
    SampleBuffers sampleBuffers(MediaSettings settings) {
        return new SampleBuffers(settings.memoryOf(Runtime.getRuntime().maxMemory()));
    }

    private static Path folder(Path data) {
        return data.toAbsolutePath().normalize().resolve("media");
    }
}
