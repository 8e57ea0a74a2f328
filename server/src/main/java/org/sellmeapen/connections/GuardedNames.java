package org.sellmeapen.connections;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How this whole Java machine finds addresses. A name that was once guarded never again resolves to an address that is
 * not public, whoever asks: so what was checked is what is connected to, and a name that changes its address in between
 * (rebinding) gains nothing. Every other name resolves as ever. Loaded by Java itself, through {@code META-INF/services}.
 */
public final class GuardedNames extends InetAddressResolverProvider {

    private static final Set<String> GUARDED = ConcurrentHashMap.newKeySet();
    private static final Set<String> EMPTIED = ConcurrentHashMap.newKeySet();
    private static volatile boolean inPlace;

    /**
     * Guards from now on. What Java remembers from before is not touched: whoever guards looks the name up once more
     * afterwards, and sees what a connection would.
     *
     * @return false where Java did not load this class, so that nothing is guarded
     */
    static boolean guard(String host) {
        if (!inPlace) {
            try {
                InetAddress.getByName("localhost"); // the first look-up of all is what loads it
            } catch (UnknownHostException _) {
                // it is loaded all the same
            }
        }
        GUARDED.add(host.toLowerCase(Locale.ROOT));
        return inPlace;
    }

    /** Whether that name was last found at addresses only that are not public. */
    static boolean isEmptied(String host) {
        return EMPTIED.contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return over(configuration.builtinResolver());
    }

    /** The guard for this whole process, over whatever finds addresses underneath. */
    static InetAddressResolver over(InetAddressResolver others) {
        inPlace = true;
        return new Guarding(others, GUARDED::contains);
    }

    @Override
    public String name() {
        return "guarded names";
    }

    record Guarding(InetAddressResolver others, Predicate<String> guarded) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            List<InetAddress> found = others.lookupByName(host, policy).toList();
            String name = host.toLowerCase(Locale.ROOT);
            // Asked after the look-up, so that one that began before the name was guarded is bound too.
            if (!guarded.test(name)) {
                return found.stream();
            }
            List<InetAddress> open = found.stream().filter(PublicAddresses::has).toList();
            if (open.isEmpty()) {
                EMPTIED.add(name);
                throw new UnknownHostException(host + " has no public address");
            }
            EMPTIED.remove(name);
            return open.stream();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return others.lookupByAddress(address);
        }
    }
}
