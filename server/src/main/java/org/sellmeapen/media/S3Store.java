package org.sellmeapen.media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A bucket of Amazon S3 or of anything that speaks like it. An upload is one request, hence at most 5 GB; a recording cannot be longer. */
final class S3Store implements RecordingStore {

    /** Slower than 50 kB/s counts as not answering. */
    private static final int SLOWEST_BYTES_A_SECOND = 50_000;

    private final HttpClient client;
    private final MediaSettings.S3 settings;
    private final S3Signature signature;
    private final Clock clock;
    private final Duration patience;

    /** @param patience for an answer without a body worth mentioning */
    S3Store(HttpClient client, MediaSettings.S3 settings, Clock clock, Duration patience) {
        this.client = client;
        this.settings = settings;
        this.signature = new S3Signature(settings.accessKey(), settings.secretKey(), settings.region());
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void put(String name, Path file) {
        try {
            HttpRequest.Builder request =
                    request("PUT", name, digest(file), Map.of()).method("PUT", HttpRequest.BodyPublishers.ofFile(file));
            HttpResponse<byte[]> answer = send(request.build(), Files.size(file));
            if (answer.statusCode() / 100 != 2) {
                throw refused("PUT", answer.statusCode());
            }
        } catch (FileNotFoundException gone) {
            throw StoreTrouble.lasting("the file to put is gone", gone);
        } catch (IOException trouble) {
            throw StoreTrouble.passing("the file to put cannot be read", trouble);
        }
    }

    @Override
    public long length(String name) {
        HttpRequest request = request("HEAD", name, S3Signature.EMPTY, Map.of())
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> answer = send(request, 0);
        return switch (answer.statusCode()) {
            case 200 ->
                answer.headers()
                        .firstValueAsLong("content-length")
                        .orElseThrow(() -> StoreTrouble.lasting("an answer names no length", null));
            case 404 -> -1;
            default -> throw refused("HEAD", answer.statusCode());
        };
    }

    @Override
    public byte[] read(String name, long from, int length) {
        String range = "bytes=" + from + "-" + (from + length - 1);
        HttpRequest request = request("GET", name, S3Signature.EMPTY, Map.of("range", range))
                .GET()
                .build();
        HttpResponse<byte[]> answer = send(request, length);
        return switch (answer.statusCode()) {
            case 206 -> {
                if (answer.body().length > length) {
                    throw StoreTrouble.lasting("an answer is longer than what was asked for", null);
                }
                yield answer.body();
            }
            case 404, 416 -> new byte[0];
            case 200 -> throw StoreTrouble.lasting("it does not answer in ranges", null);
            default -> throw refused("GET", answer.statusCode());
        };
    }

    @Override
    public void remove(String name) {
        HttpRequest request =
                request("DELETE", name, S3Signature.EMPTY, Map.of()).DELETE().build();
        int status = send(request, 0).statusCode();
        if (status / 100 != 2 && status != 404) {
            throw refused("DELETE", status);
        }
    }

    private HttpRequest.Builder request(String method, String name, String digest, Map<String, String> more) {
        URI address = URI.create(settings.base() + S3Signature.path(name));
        Map<String, String> headings = new TreeMap<>(more);
        headings.put("x-amz-content-sha256", digest);
        headings.put("x-amz-date", S3Signature.time(clock.instant()));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        headings.forEach(request::header);
        headings.put("host", host(address));
        return request.header("Authorization", signature.authorization(method, address, headings));
    }

    /** As the client itself puts it, which it insists on. */
    private static String host(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        boolean plain = address.getPort() == -1 || address.getPort() == usual;
        return plain ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    /** The client's own limit ends with the headings; this one covers the body too. */
    private HttpResponse<byte[]> send(HttpRequest request, long bytes) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(patience.toMillis() + 1000 * bytes / SLOWEST_BYTES_A_SECOND, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw StoreTrouble.passing("it did not answer in time", slow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw StoreTrouble.passing("waiting for it was broken off", stopped);
        } catch (ExecutionException trouble) {
            @Nullable Throwable cause = trouble.getCause();
            throw StoreTrouble.passing(
                    cause instanceof IOException ? "the connection failed" : "the request failed", cause);
        }
    }

    /** 5xx and "slow down" pass; a refused key or a missing bucket stays until an operator acts. */
    private static StoreTrouble refused(String method, int status) {
        String what = method + " was answered with " + status;
        return status >= 500 || status == 429 || status == 408
                ? StoreTrouble.passing(what, null)
                : StoreTrouble.lasting(what + "; check bucket, region and credentials", null);
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
