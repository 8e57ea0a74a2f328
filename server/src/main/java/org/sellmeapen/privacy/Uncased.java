package org.sellmeapen.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that somebody gives as their own where no capital tells them: in scripts that have none, and in what an ear
 * wrote down in small letters. Only behind, or before, what is said for hardly anything else.
 */
final class Uncased {

    /** Arabic, Chinese, Hebrew, Hindi, Japanese, Korean, Thai. */
    private static final Pattern SCRIPTS =
            Pattern.compile("(?<!ما )(?:اسمي|إسمي)\\s+(?:هو\\s+)?(?<ar>[\\p{IsArabic}\\p{M}]{2,}"
                    + "(?:\\s+(?!(?:من|في|على|مع|أنا|و)(?:\\s|$)|و?أ?نا|وأ)[\\p{IsArabic}\\p{M}]{2,})?)"
                    + "|(?:我叫|我的名字(?:是|叫)|敝姓)\\s*(?![你您他她它们大车外人了做什不])(?<zh>\\p{IsHan}{1,4}?)"
                    + "(?=来自|是|这边|想|在|从|代表|今天|\\P{IsHan}|$)"
                    + "|(?:שמי|השם שלי(?: הוא)?|קוראים לי)\\s+(?<he>[\\p{IsHebrew}'׳-]{2,}(?:\\s+(?![מובה]|אני)[\\p{IsHebrew}'׳-]{2,})?)"
                    + "|मेरा नाम\\s+(?<hi>\\p{IsDevanagari}+(?:\\s+\\p{IsDevanagari}+)??)(?=\\s+है|[।,.!]|\\s*$)"
                    + "|(?<ja>[\\p{IsHan}\\p{IsKatakana}ー・]{1,12}(?: [\\p{IsHan}\\p{IsKatakana}ー]{1,8})?)(?=と申します)"
                    + "|名前は(?![何誰])(?<jan>[\\p{IsHan}\\p{IsKatakana}ー・]{1,12})(?=です)"
                    + "|(?:제|저의) 이름은\\s*(?<ko>\\p{IsHangul}{2,4}?)(?=입니다|이에요|예요|이고|[.,!]|$)"
                    + "|저는\\s+(?<kor>\\p{IsHangul}{2,4}?)(?=이?라고 (?:합니다|해요))"
                    + "|(?:ผม|ดิฉัน|ฉัน|หนู)ชื่อ\\s?(?<th>\\p{IsThai}{2,20}?)(?=ครับ|ค่ะ|คะ|จาก|[\\s.,!?]|$)");

    private static final Pattern SMALL =
            Pattern.compile("(?<![\\p{L}'])(?:my name is|my name's|mein name ist|ich hei(?:ß|ss)e|"
                    + "je m'appelle|mon nom est|me llamo|mi nombre es|meu nome é|me chamo|mi chiamo|mijn naam is|ik heet|"
                    + "jag heter|jeg hedder|jeg heter|nimeni on|nazywam się|jmenuji se|меня зовут|με λένε|benim adım|tên tôi là)"
                    + " (?<first>\\p{L}[\\p{L}'-]+)(?: (?<second>\\p{L}[\\p{L}'-]+))?");

    private Uncased() {}

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        if (text.chars().anyMatch(c -> c >= 0x590)) {
            Matcher matcher = SCRIPTS.matcher(text);
            while (matcher.find()) {
                SCRIPTS.namedGroups().values().stream()
                        .filter(group -> matcher.start(group) >= 0)
                        .forEach(
                                group -> found.add(new Span(matcher.start(group), matcher.end(group), Span.Kind.NAME)));
            }
        }
        if (text.codePoints().noneMatch(Character::isUpperCase)) {
            Matcher matcher = SMALL.matcher(text);
            while (matcher.find()) {
                if (isName(matcher.group("first"))) {
                    String second = matcher.group("second");
                    boolean two = second != null && isName(second);
                    found.add(new Span(matcher.start("first"), matcher.end(two ? "second" : "first"), Span.Kind.NAME));
                }
            }
        }
        return found;
    }

    private static boolean isName(String word) {
        return !NotNames.mayBe(word) && !NotNames.isNoun(word) && !NotNames.PARTICLES.contains(word);
    }
}
