package org.sellmeapen.ai.espeak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sellmeapen.ai.Viseme;

/** What the mouth does for a phoneme: one shape, or two for a diphthong or a vowel that ends in an r. */
final class MouthShapes {

    private static final Map<Viseme, String> LETTERS = Map.ofEntries(
            Map.entry(Viseme.PP, "pbmɓʙ"),
            Map.entry(Viseme.FF, "fvɱɸβʋ"),
            Map.entry(Viseme.TH, "θð"),
            Map.entry(Viseme.DD, "tdʈɖɗ"),
            Map.entry(Viseme.KK, "kgɡŋqxhɣɦχʔcɟħʕɠɴɢç"),
            Map.entry(Viseme.CH, "ʃʒɕʑʂʐ"),
            Map.entry(Viseme.SS, "sz"),
            Map.entry(Viseme.NN, "nlɲɫɬʎɳɭ"),
            Map.entry(Viseme.RR, "rɹɾʁɻʀɽɚɝ"),
            Map.entry(Viseme.AA, "aɑʌæəɐɜɒᵊ"),
            Map.entry(Viseme.E, "eɛøœɘ"),
            Map.entry(Viseme.I, "iɪjɨyᵻʏ"),
            Map.entry(Viseme.O, "oɔɤɵ"),
            Map.entry(Viseme.U, "uʊwɯʉɥ"));

    private MouthShapes() {}

    /** @param ipa empty for a pause; stress, length and tone marks are passed over */
    static List<Viseme> of(String ipa) {
        if (ipa.isBlank()) {
            return List.of(Viseme.SIL);
        }
        List<Viseme> shapes = new ArrayList<>();
        for (int i = 0; i < ipa.length(); i++) {
            char letter = ipa.charAt(i);
            for (Map.Entry<Viseme, String> entry : LETTERS.entrySet()) {
                if (entry.getValue().indexOf(letter) >= 0 && !shapes.contains(entry.getKey())) {
                    shapes.add(entry.getKey());
                }
            }
        }
        // An affricate is seen as what it ends in.
        if (shapes.contains(Viseme.CH)) {
            return List.of(Viseme.CH);
        }
        if (shapes.contains(Viseme.SS)) {
            return List.of(Viseme.SS);
        }
        return shapes.size() <= 2 ? shapes : List.of(shapes.getFirst(), shapes.getLast());
    }
}
