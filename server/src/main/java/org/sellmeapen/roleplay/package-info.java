/**
 * Who answers: the built-in counterpart, which needs no language model. In the buyer's chair it has a mind (interest,
 * trust, patience, what it told, which objections stand) that is moved by the rules of {@code content/roleplay}, and
 * says what the scenario gives it to say; in the seller's chair it follows a plan of named techniques. Leaves what is
 * rehearsed to {@code scenarios}, what an utterance does to {@code conversation} and what it was worth to
 * {@code scoring}.
 *
 * <p>How to use it:
 *
 * <pre>{@code
 * Roleplay roleplay = new Roleplay(analyser);                       // thread-safe, keep one
 * Counterpart buyer = roleplay.seat(scenario, Level.HARD, seed);    // not thread-safe, one a conversation
 * List<MarkedTurn> first = buyer.open();                            // empty where the person begins
 * List<MarkedTurn> turns = buyer.hear("Good morning …");            // the person's turn as understood, then the answer
 * String memento = buyer.memento();                                 // valid at any time, before open() too; a few kB of JSON
 * Counterpart again = roleplay.resume(scenario, memento);           // plays on exactly as if never interrupted
 * buyer.ending();                                                   // outcome, deciding turn and sentence, once decided
 * }</pre>
 *
 * <ul>
 *   <li>The chair follows from {@code scenario.script().seat()}. For {@code Seat.BUYER} the counterpart sells, each of
 *       its turns carries {@code technique} (ids: {@link org.sellmeapen.roleplay.Roleplay#techniques()}), the state is
 *       what the seller reads in the person, and the deciding turn and sentence are the person's.
 *   <li>All movements stand on the person's turn, since it caused them. {@code MindMove.what} is {@code interest}, {@code
 *       trust}, {@code patience}, or, with {@code by} 0, {@code disclosed:<hidden fact>}, {@code known:<need>}, {@code
 *       met:<need>}, {@code raised:<objection>}, {@code returned:…}, {@code resolved:…} or {@code decided:<outcome>}.
 *       {@link org.sellmeapen.roleplay.Roleplay#why(String)} explains a rule in a sentence.
 *   <li>The acts on the counterpart's own turns are known, not guessed: confidence 1, {@code because} names the part of
 *       the script.
 *   <li>A time limit, a pause and an abandoned session are the activity's business; the counterpart knows turns only, and
 *       leaves by itself when its patience is used up.
 *   <li>{@link org.sellmeapen.roleplay.Dialogue} plays a whole conversation in process, well over a thousand a second on
 *       one core without the analyser.
 *   <li>A memento of another scenario digest or of another form of the mind is refused ({@link
 *       org.sellmeapen.roleplay.MementoNotUnderstood}); keep the scenario's snapshot with the session.
 * </ul>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "ai", "conversation", "scenarios"})
package org.sellmeapen.roleplay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
