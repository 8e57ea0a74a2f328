package org.sellmeapen.ai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sellmeapen.ai.ModelFailed;
import org.sellmeapen.connections.Secret;

/** Refusals that share a status and mean different things, in the words of those who send them. */
class RefusalsTests {

    private static final Secret KEY = new Secret("sk-0123456789abcdef");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {"error":{"message":"You exceeded your current quota","type":"insufficient_quota"}} | no-credit | false
            429 | {"error":{"message":"Rate limit reached for requests","type":"requests"}} | too-busy | true
            400 | {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low"}} | no-credit | false
            400 | {"error":"Incorrect API key provided: sk-0123456789abcdef","code":"Client specified an invalid argument"} | key-refused | false
            400 | {"error":{"code":400,"message":"API key not valid.","status":"INVALID_ARGUMENT"}} | key-refused | false
            400 | {"error":{"message":"maximum context length is 8192 tokens","code":"context_length_exceeded"}} | too-large | false
            400 | {"error":{"code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation"}}} | blocked | false
            400 | {"object":"error","message":"Invalid model: gone-7b","code":"1500"} | not-found | false
            402 | {"error":{"message":"Insufficient Balance"}} | no-credit | false
            403 | {"message":"You don't have access to the model with the specified model ID."} | forbidden | false
            498 | {"error":{"message":"Flex tier capacity exceeded"}} | overloaded | true
            502 | <html><body>Bad Gateway</body></html> | vendor-trouble | true
            422 | {"detail":[{"msg":"Input should be a valid string"}]} | request-refused | false
            """)
    void theirWordsTellThemApart(int status, String body, String code, boolean passing) {
        ModelFailed failed = Refusals.of("somebody", status, headers(Map.of()), body, KEY);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.vendorWords()).isNotBlank().doesNotContain(KEY.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"detail":{"status":"invalid_api_key","message":"Invalid API key"}} | Invalid API key
            {"detail":[{"loc":["body","model"],"msg":"Field required"}]} | Field required
            {"detail":"Not authenticated"} | Not authenticated
            {"err_code":"INVALID_AUTH","err_msg":"Invalid credentials."} | Invalid credentials.
            {"__type":"UnrecognizedClientException","Message":"The security token is invalid."} | The security token is invalid.
            """)
    void theMessageIsToldAndNotWhatIsAroundIt(String body, String words) {
        assertThat(Refusals.of("somebody", 401, headers(Map.of()), body, KEY).vendorWords())
                .isEqualTo(words);
    }

    @Test
    void whenToComeBackIsReadWhereverItStands() {
        assertThat(after(Map.of("retry-after-ms", List.of("1250"), "retry-after", List.of("2")), ""))
                .isEqualTo(Duration.ofMillis(1_250));
        assertThat(after(Map.of("retry-after", List.of("0.5")), "")).isEqualTo(Duration.ofMillis(500));
        assertThat(after(Map.of("retry-after", List.of("999999")), "")).isEqualTo(Duration.ofHours(1));
        assertThat(after(Map.of("retry-after", List.of("soon"), "date", List.of("today")), ""))
                .isNull();
        assertThat(after(Map.of(), "{\"error\":{\"details\":[{\"retryDelay\":\"34.5s\"}]}}"))
                .isEqualTo(Duration.ofMillis(34_500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}} | overloaded | true
            {"error":{"code":502,"message":"Provider disconnected"}} | vendor-trouble | true
            {"error":{"code":503,"status":"UNAVAILABLE","message":"busy"}} | overloaded | true
            {"error":{"code":"rate_limit_exceeded","message":"Slow down"}} | too-busy | true
            {"error":{"code":"server_error","message":"Oh"}} | vendor-trouble | true
            {"error":{"type":"throttlingException","message":"Too many"}} | too-busy | true
            {"error":"an error was encountered while running the model"} | vendor-trouble | true
            {"error":{"type":"invalid_request_error","message":"prompt is too long: 9 > 8"}} | too-large | false
            """)
    void inTheMiddleOfAnAnswerTheNameOfTheErrorTells(String event, String code, boolean passing) throws Garbled {
        ModelFailed failed = Refusals.midway("somebody", Json.read(event), KEY);
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isPassing()).isEqualTo(passing);
        assertThat(failed.vendorWords()).isNotBlank();
    }

    private static Duration after(Map<String, List<String>> headers, String body) {
        return Refusals.of("somebody", 429, headers(headers), body, KEY).after();
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (_, _) -> true);
    }
}
