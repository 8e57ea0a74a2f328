package org.sellmeapen.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sellmeapen.kernel.OrganisationId;

class GateTests {

    private static final OrganisationId INK = new OrganisationId(new UUID(0, 1));

    /** A world of names of its own. */
    private static final class World implements Gate.Names {
        private final Map<String, List<String>> addresses;
        private final Set<String> guarded = new HashSet<>();
        private boolean guards = true;

        World(Map<String, List<String>> addresses) {
            this.addresses = addresses;
        }

        @Override
        public boolean guard(String host) {
            guarded.add(host);
            return guards;
        }

        @Override
        public boolean isEmptied(String host) {
            return addresses.containsKey(host);
        }

        @Override
        public InetAddress[] addresses(String host) throws UnknownHostException {
            assertThat(guarded).contains(host);
            List<String> found = addresses.get(host);
            if (found == null || found.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return found.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        }
    }

    private final World world = new World(Map.of(
            "api.example.com", List.of("1.1.1.1", "2606:4700::1111"),
            "metadata.example.com", List.of("169.254.169.254"),
            "mixed.example.com", List.of("1.1.1.1", "10.0.0.1"),
            "emptied.example.com", List.of()));

    private Gate gate(String... localEndpoints) {
        return new Gate((_, _, _) -> true, new LocalEndpoints(List.of(localEndpoints)), world);
    }

    private String refused(Gate gate, String address) {
        try {
            gate.check(INK, Purpose.TALK, Destination.of(URI.create(address)));
            return "";
        } catch (NotAllowedOut why) {
            return why.code();
        } catch (IOException trouble) {
            return trouble.getClass().getSimpleName();
        }
    }

    @Test
    void aPublicServerIsReachedEncrypted() {
        assertThat(refused(gate(), "https://api.example.com/v1")).isEmpty();
        assertThat(refused(gate(), "wss://api.example.com:8443/v1")).isEmpty();
        assertThat(refused(gate(), "https://1.1.1.1/")).isEmpty();
        assertThat(refused(gate(), "https://[2606:4700::1111]/")).isEmpty();
        assertThat(refused(gate(), "http://api.example.com/v1")).isEqualTo("not-encrypted");
        assertThat(refused(gate(), "ws://api.example.com/v1")).isEqualTo("not-encrypted");
        assertThat(refused(gate(), "https://nowhere.example.com/")).isEqualTo("UnknownHostException");
    }

    @ParameterizedTest
    @CsvSource({
        "https://metadata.example.com/, private-address",
        "https://mixed.example.com/, private-address",
        "https://emptied.example.com/, private-address",
        "https://127.0.0.1/, private-address",
        "https://169.254.169.254/latest/meta-data, private-address",
        "https://[::1]/, private-address",
        "https://[::ffff:127.0.0.1]/, private-address",
        "https://[::ffff:7f00:1]/, private-address",
        "https://[::ffff:a9fe:a9fe]/, private-address",
        "https://[fe80::1]/, private-address",
        "https://[fd00:ec2::254]/, private-address",
        "https://[fe80::1%25eth0]/, address-not-understood",
        "https://2130706433/, address-not-understood",
        "https://0x7f000001/, address-not-understood",
        "https://0x7f.1/, address-not-understood",
        "https://0177.0.0.1/, address-not-understood",
        "https://127.1/, address-not-understood",
        "https://127.0.0.01/, address-not-understood",
        "https://256.1.1.1/, address-not-understood",
        "https://api.example.com./, address-not-understood",
        "https://127.0.0.1./, address-not-understood",
        "https://api.example.com@127.0.0.1/, address-not-understood",
        "https://key@api.example.com/, address-not-understood",
        "https://api_x.example.com/, address-not-understood",
        "https://api.example.com:0/, address-not-understood",
        "https://api.example.com:70000/, address-not-understood",
        "https:///path, address-not-understood",
        "https:api.example.com, address-not-understood",
        "file:///etc/passwd, address-not-understood",
        "ftp://api.example.com/, address-not-understood",
        "https://api.example.com/#x, address-not-understood",
    })
    void addressesThatNobodyOutsideMayNameAreRefused(String address, String code) {
        assertThat(refused(gate(), address)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "api.localhost",
                "printer.local",
                "db.localdomain",
                "db.internal",
                "metadata.google.internal",
                "router.home.arpa",
                "wiki.corp",
                "nas.lan",
                "metadata",
                "instance-data",
                "metadata.goog",
            })
    void namesOfTheHouseAreRefusedWhateverTheyResolveTo(String host) {
        assertThat(refused(gate(), "https://" + host + "/v1")).isEqualTo("private-address");
        assertThat(world.guarded).as("nobody was asked where it is").isEmpty();
        assertThat(refused(gate(host + ":443"), "https://" + host + "/v1")).isEmpty();
    }

    @Test
    void namesThatOnlyLookLikeThoseOfTheHouseAreNot() {
        for (String host : List.of("local.example.com", "internal.example.com", "my-local.example.com")) {
            assertThat(refused(gate(), "https://" + host + "/")).isEqualTo("UnknownHostException");
        }
    }

    @Test
    void whatAnOrganisationDidNotAllowIsRefusedBeforeAnythingIsLookedUp() {
        Gate closed = new Gate((_, _, _) -> false, new LocalEndpoints(List.of("127.0.0.1:8000")), world);
        assertThat(refused(closed, "https://api.example.com/")).isEqualTo("host-not-allowed");
        assertThat(refused(closed, "http://127.0.0.1:8000/")).isEqualTo("host-not-allowed");
        assertThat(world.guarded).isEmpty();
    }

    @Test
    void anOperatorNamesAServerOfTheHouseAtOnePort() {
        Gate gate = gate("127.0.0.1:8000", "gpu.lan:9000", "[::1]:8001");
        assertThat(refused(gate, "http://127.0.0.1:8000/v1")).isEmpty();
        assertThat(refused(gate, "http://[::ffff:127.0.0.1]:8000/v1")).isEmpty();
        assertThat(refused(gate, "ws://GPU.lan:9000/v1")).isEmpty();
        assertThat(refused(gate, "http://[0:0:0:0:0:0:0:1]:8001/v1")).isEmpty();
        assertThat(refused(gate, "http://127.0.0.1:8001/v1")).isEqualTo("not-encrypted");
        assertThat(refused(gate, "https://127.0.0.1:8001/v1")).isEqualTo("private-address");
        assertThat(refused(gate, "https://gpu.lan/v1")).isEqualTo("private-address");
        assertThat(world.guarded).isEmpty();
    }

    @Test
    void whereNamesCannotBeGuardedNothingLeavesByName() {
        world.guards = false;
        assertThat(refused(gate(), "https://api.example.com/")).isEqualTo("names-not-guarded");
        assertThat(refused(gate("gpu.lan:9000"), "http://gpu.lan:9000/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu.lan", "http://gpu.lan:80", "gpu.lan:", "gpu.lan:99999", "a b:80", "0x7f.1:80"})
    void anEndpointThatIsNoneStopsTheStart(String named) {
        assertThatExceptionOfType(ConnectionSettingsWrong.class)
                .isThrownBy(() -> new LocalEndpoints(List.of(named)))
                .withMessageContaining("local-endpoints");
    }

    @Test
    void aGuardedNameResolvesToPublicAddressesOnly() throws Exception {
        InetAddress open = InetAddress.ofLiteral("1.1.1.1");
        InetAddress inside = InetAddress.ofLiteral("10.0.0.1");
        java.net.spi.InetAddressResolver others = new java.net.spi.InetAddressResolver() {
            @Override
            public java.util.stream.Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
                return host.startsWith("inside")
                        ? java.util.stream.Stream.of(inside)
                        : Arrays.stream(new InetAddress[] {open, inside});
            }

            @Override
            public String lookupByAddress(byte[] address) {
                return "name";
            }
        };
        var guarding = new GuardedNames.Guarding(others, Set.of("both.example.com", "inside.example.com")::contains);
        var any = java.net.spi.InetAddressResolver.LookupPolicy.of(java.net.spi.InetAddressResolver.LookupPolicy.IPV4);
        assertThat(guarding.lookupByName("BOTH.example.com", any)).containsExactly(open);
        assertThat(guarding.lookupByName("other.example.com", any)).containsExactly(open, inside);
        assertThatThrownBy(() -> guarding.lookupByName("inside.example.com", any))
                .isInstanceOf(UnknownHostException.class);
        assertThat(GuardedNames.isEmptied("Inside.example.com")).isTrue();
    }
}
