package org.sellmeapen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sellmeapen.ai.SpeechFailed;
import org.sellmeapen.ai.VoiceChoice;
import org.sellmeapen.kernel.OrganisationId;
import org.sellmeapen.kernel.PersonId;

/** A relayed call with a vendor and a mind that do what the test says, without sockets and without a clock on the wall. */
class RelayTests {

    /** A leg that writes down what it is told. */
    private final class HandVendor implements Vendor {
        final Told told;
        long bytes;

        HandVendor(Told told) {
            this.told = told;
        }

        @Override
        public long sentMs() {
            return bytes / 48;
        }

        @Override
        public void audio(ByteBuf pcm) {
            bytes += pcm.readableBytes();
        }

        @Override
        public void commit(boolean answered) {
            orders.add("commit");
        }

        @Override
        public void ask(int turn, String instructions) {
            orders.add("ask " + turn);
            asked.add(instructions);
        }

        @Override
        public void instruct(String instructions) {
            orders.add("instruct");
            asked.add(instructions);
        }

        @Override
        public void typed(String text) {
            orders.add("typed " + text);
        }

        @Override
        public void remember(boolean byPerson, String text) {
            orders.add("remember " + text);
        }

        @Override
        public void stop(long heardMs) {
            orders.add("stop " + heardMs);
        }

        @Override
        public void flow(boolean on) {
            orders.add("flow " + on);
        }

        @Override
        public void close() {
            orders.add("close");
        }
    }

    private final HandLoop loop = new HandLoop();
    private final RecordingWire wire = new RecordingWire();
    private final PlannedMind mind = new PlannedMind();
    private final List<String> orders = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<HandVendor> legs = new ArrayList<>();
    private final List<Stages> stages = new ArrayList<>();
    private final ByteBuf silence = Unpooled.buffer(960).writeZero(960);
    private Desk desk;

    private void opens(boolean late) {
        Call call = new Call(
                new UUID(0, 1),
                new Caller(new OrganisationId(new UUID(0, 2)), new PersonId(new UUID(0, 3)), new UUID(0, 4), null),
                true,
                new UUID(0, 5),
                new VoiceBrief("en", "Ada", "buyer", 1_500, 0, 0, "You play Ada.", null, "browser"),
                0,
                24_000);
        StageWatch watch = new StageWatch(loop, stages::add);
        Equipment ours = new Equipment(
                mind, List.of(), List.of(), "none", List.of(), null, "none", new VoiceChoice("a", 1, 1), _ ->
                        (_, _, _, _) -> {});
        desk = new Desk(
                call,
                loop,
                wire,
                mind,
                new Tape(null, 24_000),
                made -> new StandIn(
                        made,
                        gaveUp -> new Relay(
                                made,
                                "hand",
                                late,
                                new RelayMemory(made.call().brief()),
                                (_, told) -> {
                                    HandVendor leg = new HandVendor(told);
                                    legs.add(leg);
                                    return leg;
                                },
                                watch,
                                gaveUp),
                        () -> new Pipeline(made, ours, watch)));
        desk.open();
        desk.message(new ClientMessage.Hello(null, null, null, true));
        leg().ready();
    }

    private Vendor.Told leg() {
        return legs.getLast().told;
    }

    private void pass(long ms) {
        for (long done = 0; done < ms; done += 20) {
            desk.audio(silence);
            loop.pass(20);
        }
    }

    /** As the vendor tells: a piece ends at half a second of silence. */
    private void says(String text) {
        leg().speechStarted(legs.getLast().sentMs());
        pass(1_000);
        long end = legs.getLast().sentMs();
        pass(500);
        leg().speechStopped(end);
        leg().heard(text);
    }

    private void speaks(Integer turn, int ms, String words) {
        leg().replyBegan(turn);
        leg().words(words);
        leg().audio(new byte[ms * 48], ms * 48);
    }

    private ServerMessage.Ready ready() {
        return wire.all(ServerMessage.Ready.class).getFirst();
    }

    @Test
    void theLineIsReadyWhenTheVendorIs() {
        opens(false);
        assertThat(ready().mode()).isEqualTo(ServerMessage.Mode.RELAY);
        assertThat(ready().steering()).isEqualTo(ServerMessage.Steering.EACH_TURN);
        assertThat(wire.messages.getFirst()).isInstanceOf(ServerMessage.Ready.class);
    }

    @Test
    void theMindDecidesAndTheVendorSpeaksIt() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        assertThat(mind.asked).singleElement().asString().contains("What do you sign with today?");
        assertThat(orders).contains("ask 1");
        assertThat(asked.getLast()).startsWith("You play Ada.").contains("I see. What would it cost me, all in all?");
        assertThat(wire.audioMs).isZero();
        speaks(1, 400, "I see. What would it cost me, all in all?");
        leg().replyEnded(Vendor.End.WHOLE);
        assertThat(wire.audioMs).isEqualTo(400);
        assertThat(wire.all(ServerMessage.Clause.class).getFirst().text()).startsWith("I see.");
        assertThat(wire.all(ServerMessage.Said.class).getFirst().audioMs()).isEqualTo(400);
        assertThat(mind.record.get(1).text()).isEqualTo("I see. What would it cost me, all in all?");
        assertThat(stages).isNotEmpty();
    }

    @Test
    void aThinkingPauseOfTheVendorsEarIsNoEndOfATurn() {
        opens(false);
        says("We would pay for it, but");
        pass(400);
        assertThat(mind.asked).isEmpty();
        says("only after a trial.");
        loop.pass(600);
        assertThat(mind.asked).singleElement().asString().contains("We would pay for it, but only after a trial.");
    }

    @Test
    void whatNobodyAskedForIsNotHeard() {
        opens(false);
        speaks(null, 400, "Let me tell you a secret.");
        assertThat(wire.audioMs).isZero();
        assertThat(orders).contains("stop 0");
    }

    @Test
    void theRecordKeepsWhatTheVendorReallySaid() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        speaks(1, 400, "I see. And what does it cost?");
        leg().replyEnded(Vendor.End.WHOLE);
        assertThat(mind.record.get(1).text()).isEqualTo("I see. And what does it cost?");
    }

    @Test
    void whoTakesTheWordLeavesInTheRecordWhatTheyHeard() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        speaks(1, 2_000, "I see. What would it cost me, all in all?");
        desk.message(new ClientMessage.Interrupted(1, 600, 2_000));
        assertThat(orders).contains("stop 600");
        assertThat(mind.record.get(1).text()).isEqualTo("I see.—");
        int before = wire.audioMs;
        leg().audio(new byte[960], 960);
        assertThat(wire.audioMs).isEqualTo(before);
        leg().replyEnded(Vendor.End.CUT);
        says("Nothing.");
        loop.pass(600);
        assertThat(orders).contains("ask 3");
    }

    @Test
    void aNodInterruptsNobody() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        speaks(1, 4_000, "I see. What would it cost me, all in all?");
        says("Mm-hm.");
        loop.pass(2_000);
        assertThat(mind.asked).hasSize(1);
        assertThat(wire.all(ServerMessage.Stop.class)).isEmpty();
    }

    @Test
    void framesAreWholeWhateverTheVendorsPieces() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        leg().replyBegan(1);
        for (int k = 0; k < 10; k++) {
            leg().audio(new byte[500], 500);
        }
        assertThat(wire.audioMs).isEqualTo(5_000 / 960 * 20);
        leg().replyEnded(Vendor.End.WHOLE);
        assertThat(wire.audioMs).isEqualTo((5_000 / 960 + 1) * 20);
    }

    @Test
    void aLegThatBreaksInTheMiddleEndsTheTurnHonestlyAndTheCallGoesOn() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        speaks(1, 800, "I see. What");
        leg().lost(SpeechFailed.passing("hand", "cut-off"));
        loop.pass(10);
        assertThat(wire.all(ServerMessage.Said.class)).hasSize(1);
        assertThat(mind.record.get(1).text()).startsWith("I see.").endsWith("—");
        assertThat(legs).hasSize(2);
        leg().ready();
        assertThat(orders).contains("remember What do you sign with today?");
        says("Are you there?");
        loop.pass(600);
        assertThat(orders).contains("ask 3");
    }

    @Test
    void whatWasHeardBeforeALegBrokeIsInTheRecord() {
        opens(false);
        says("We would pay for it, but");
        leg().lost(SpeechFailed.passing("hand", "cut-off"));
        assertThat(mind.asked).singleElement().asString().contains("We would pay for it, but");
        loop.pass(10);
        leg().ready();
        assertThat(orders).contains("ask 1");
    }

    @Test
    void whatWasNotBegunIsSaidByTheNextLeg() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        leg().lost(SpeechFailed.passing("hand", "cut-off"));
        loop.pass(10);
        leg().ready();
        assertThat(orders.stream().filter("ask 1"::equals)).hasSize(2);
        assertThat(mind.record.get(1).text()).isEqualTo("I see. What would it cost me, all in all?");
    }

    @Test
    void aVendorThatIsGoneForGoodLeavesTheCallToOurOwnMouth() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        leg().lost(SpeechFailed.lasting("hand", "key-refused"));
        assertThat(wire.all(ServerMessage.SteppedDown.class))
                .containsExactly(new ServerMessage.SteppedDown(ServerMessage.Down.TEXT, "key-refused"));
        assertThat(wire.all(ServerMessage.Clause.class).stream().map(ServerMessage.Clause::text))
                .anyMatch(text -> text.startsWith("I see."));
        desk.message(new ClientMessage.Typed(new UUID(0, 9), "Still there?"));
        assertThat(mind.record).hasSize(4);
    }

    @Test
    void aVendorThatNeverComesIsTriedAFewTimesOnly() {
        opens(false);
        for (int k = 0; k < 4; k++) {
            leg().lost(SpeechFailed.passing("hand", "unreachable"));
            loop.pass(5_000);
        }
        assertThat(legs).hasSize(4);
        assertThat(wire.all(ServerMessage.SteppedDown.class)).hasSize(1);
    }

    @Test
    void aSilentVendorIsAskedAgainAndThenLeft() {
        opens(false);
        says("What do you sign with today?");
        loop.pass(600);
        loop.pass(8_100);
        assertThat(orders.stream().filter("ask 1"::equals)).hasSize(2);
        loop.pass(8_100);
        loop.pass(10);
        assertThat(legs).hasSize(2);
    }

    @Test
    void aTypedTurnGoesTheWayOfASpokenOne() {
        opens(false);
        desk.message(new ClientMessage.Typed(new UUID(0, 9), "How do you sign?"));
        assertThat(orders).contains("ask 1");
    }

    @Test
    void aSlowReaderHoldsTheVendor() {
        opens(false);
        wire.flow.accept(false);
        wire.flow.accept(true);
        assertThat(orders).containsSubsequence("flow false", "flow true");
    }

    @Test
    void whoAnswersByItselfIsSteeredOneTurnLateAndRecordedAsItSpoke() {
        opens(true);
        assertThat(ready().steering()).isEqualTo(ServerMessage.Steering.ONE_TURN_LATE);
        says("What do you sign with today?");
        assertThat(orders).contains("instruct");
        assertThat(asked.getLast()).contains("I see. What would it cost me, all in all?");
        assertThat(wire.all(ServerMessage.Turn.class)).hasSize(1);
        speaks(null, 400, "With a pen, of course.");
        leg().replyEnded(Vendor.End.WHOLE);
        assertThat(wire.all(ServerMessage.Said.class).getFirst().turn()).isEqualTo(1);
        assertThat(mind.record.get(1).text()).isEqualTo("With a pen, of course.");
        assertThat(wire.all(ServerMessage.Turn.class).getLast().turn().text()).isEqualTo("With a pen, of course.");
    }

    @Test
    void anAnswerMayComeBeforeTheWordsItAnswers() {
        opens(true);
        leg().speechStarted(0);
        pass(1_000);
        leg().speechStopped(1_000);
        speaks(null, 400, "With a pen.");
        leg().replyEnded(Vendor.End.WHOLE);
        leg().heard("What do you sign with?");
        assertThat(mind.record.get(0).text()).isEqualTo("What do you sign with?");
        assertThat(mind.record.get(1).text()).isEqualTo("With a pen.");
        assertThat(wire.all(ServerMessage.Clause.class).getFirst().turn()).isEqualTo(1);
    }

    @Test
    void anAnswerOfItsOwnThatIsCutStandsAsItWasHeard() {
        opens(true);
        says("What do you sign with today?");
        speaks(null, 2_000, "With a pen, and then with another pen.");
        desk.message(new ClientMessage.Interrupted(1, 500, 2_000));
        assertThat(mind.record.get(1).text()).startsWith("With").endsWith("—").doesNotContain("another");
    }

    @Test
    void theEndIsTheMindsToSpeak() {
        opens(true);
        mind.stage = "ended";
        says("Shall we sign?");
        assertThat(orders).contains("ask 1");
        speaks(1, 400, "I see. What would it cost me, all in all?");
        leg().replyEnded(Vendor.End.WHOLE);
        loop.pass(4_000);
        assertThat(wire.closed).isEqualTo(CloseCode.OVER);
    }
}
