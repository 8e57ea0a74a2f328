import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What the talkers know, each thing written down at the moment its answer came. */
final class Ledger {

    /** Acknowledged: this text stands at this place of this session and was answered so. */
    record Said(String session, int i, String text, String answer) {}

    final List<Said> said = Collections.synchronizedList(new ArrayList<>());

    /** Sent once, no answer came, never sent again: may be there, but only once. */
    final Set<String> tried = ConcurrentHashMap.newKeySet();

    final Set<String> seeded = new HashSet<>();
    final Set<String> sessions = ConcurrentHashMap.newKeySet();
    final Set<String> ended = ConcurrentHashMap.newKeySet();
    final AtomicInteger asked = new AtomicInteger();
    final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicBoolean talking = new AtomicBoolean(true);

    boolean talking() {
        return talking.get();
    }

    void stopTalking() {
        talking.set(false);
    }
}
