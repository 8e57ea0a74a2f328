package org.sellmeapen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "127.0.0.1, true",
        "::1/128, true",
        "fd00::/8, true",
        "999.1.1.1/99, false",
        "10.0.0.0/33, false",
        "::1/129, false",
        "anybody, false",
        "10.0, false",
        "10.0.0.0/x, false"
    })
    void aRangeIsAnAddressWithAPrefixThatFits(String range, boolean is) {
        assertThat(Addresses.isRange(range)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "https://pen.example.org, true",
        "http://localhost:8080/, true",
        "http://[::1]:8080, true",
        "http://[::, false",
        "pen, false",
        "https://pen.example.org/path, false",
        "ftp://pen.example.org, false",
        "https://somebody@pen.example.org, false",
        "https://pen.example.org?x=1, false"
    })
    void aPublicAddressIsSchemeHostAndPort(String url, boolean is) {
        assertThat(Addresses.isPublicUrl(url)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "http://127.0.0.1, true",
        "http://[::1]:80, true",
        "http://pen.localhost, true",
        "https://pen.example.org, true",
        "http://pen.example.org, false",
        "http://192.0.2.7:8080, false"
    })
    void browsersKeepTheCookieWhereItIsSafe(String url, boolean kept) {
        assertThat(Addresses.keepsCookies(url)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "0.0.0.0, true", "localhost, true", "::1, true", "300.1.1.1, false", "1.2, false"})
    void aHostIsAnAddressOrAName(String host, boolean is) {
        assertThat(Addresses.isHost(host)).isEqualTo(is);
    }
}
