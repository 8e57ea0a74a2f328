package org.sellmeapen.privacy;

import java.util.Set;

/** Words with a capital that are no names though one could stand there: what opens sentences, days, offices, peoples. */
final class NotNames {

    private static final Set<String> OPENERS = set("""
            i you he she it we they the a this that these those there here my your his her its our their and but or so if
            when what who where why how which is are was were do does did would can could should have has had not no yes
            ok okay thanks thank please sorry well now then today tomorrow yesterday let maybe perhaps also just for from with
            to at in on of as after before because once only
            der die das den dem des ein eine einen einem einer und oder aber wir ihr sie ihnen ihre ihren ihrem ihrer er es ich
            mein meine unser unsere wie was wer wo wann warum wenn dann danke bitte ja nein heute morgen gestern nicht kein
            keine für mit von zu im am auf haben hat ist sind war können
            le la les un une des du et ou mais je tu il elle nous vous ils elles on ce cette ces mon ma mes votre notre oui
            non merci qui que quoi comment pourquoi quand pour avec dans sur si bonjour
            el los las una unos y o pero yo usted ustedes él ella nosotros ellos este esta eso mi su sí gracias qué cómo cuándo
            dónde para con en por
            o os as um uma e mas eu você ele ela nós eles seu sua meu minha sim não obrigado obrigada que como quando onde
            il lo gli i uno ma io lei lui noi voi loro questo questa mio mia suo sua sì grazie che come dove perché
            de het een en maar ik jij u hij zij wij ze dit dat mijn uw onze ja nee dank wat hoe waar wanneer waarom
            och eller men jag ni hon det den tack vad hur var när om på jeg hun tak takk hvad hva hvor mange
            minä sinä hän me te he se tämä kiitos mitä miten ja on ei
            i a ale lub ja ty on ona my wy oni to ten ta co jak gdzie kiedy dlaczego dziękuję proszę tak nie czy
            já on ona to ten ta co jak kde kdy proč děkuji prosím ano ne že
            я ты он она мы вы они это этот эта и но или что как где когда почему спасибо пожалуйста да нет не в на с у
            ο η το οι τα και ή εγώ εσύ αυτός αυτή εμείς εσείς αυτό τι πώς πού πότε γιατί ευχαριστώ ναι όχι δεν θα στο στη
            o biz siz onlar şu ve ama evet hayır ne nasıl nerede teşekkürler
            tôi bạn chúng nó họ này đó và nhưng có không gì thế xin cảm của là vâng dạ""");

    /** Names too, where they stand right behind a title. */
    private static final Set<String> CALENDAR = set("""
            will monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
            september october november december christmas easter
            montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober
            dezember weihnachten ostern δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή""");

    private static final Set<String> OFFICES = set("""
            president chairman chairwoman chair director manager engineer developer sales account executive vice vp ceo cfo cto
            product software analyst consultant associate data project program programme business marketing customer technical
            solutions architect designer partner officer specialist buyer procurement counsel administrator recruiter scientist
            accountant lead leader head chief senior junior assistant speaker secretary minister ambassador justice mayor
            inspector emeritus department dept team support service services office google microsoft apple amazon everyone
            everybody anybody nobody interested available happy glad sure afraid looking calling done ready
            direktor direktorin präsident präsidentin minister ministerin kollege kollegin kollegen vorsitzender vorsitzende
            richterin anwalt anwältin lehrer lehrerin chef chefin bürgermeister ober wirt nachbar nachbarin general
            kanzler kanzlerin leiter leiterin kunde kundin verkäufer verkäuferin vertreter vertreterin geschäftsführer
            geschäftsführerin einkäufer einkäuferin berater beraterin programm             président présidente directeur directrice ministre maire responsable chef commercial ambassadeur
            presidente presidenta director directora ministro ministra alcalde alcaldesa gerente jefe jefa ingeniero
            diretor diretora presidente gestor gestora ministro ministra vendedor vendedora
            direttore direttrice ministro sindaco responsabile capo
            voorzitter directeur minister burgemeester klantenservice
            direktör chef statsminister ordförande direktør statsminister johtaja presidentti
            prezes prezesie prezesa dyrektor dyrektorze kierownik kierowniku minister premier prezydent redaktor
            ředitel řediteli ředitelka prezident ministr starosta předseda
            директор президент министр начальник полковник менеджер
            διευθυντής διευθύντρια πρόεδρος πρόεδρε υπουργός υπουργέ
            müdür müşterimiz müşteri bakan başkan hoca yetkili avukat hakim savcı doktor öğretmen üye
            giám trưởng nhân người phó chủ kỹ bác khách việt """);

    /** As those. */
    private static final Set<String> PEOPLES = set("""
            english british scottish irish welsh american german french italian spanish portuguese dutch belgian swiss austrian
            danish swedish norwegian finnish polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian
            serbian croatian chinese japanese korean indian pakistani vietnamese thai indonesian malaysian filipino arab arabic
            israeli iranian iraqi egyptian moroccan african asian european canadian mexican brazilian argentinian colombian
            chilean peruvian australian jewish muslim catholic protestant buddhist hindu
            deutscher deutsche österreicher schweizer franzose engländer amerikaner français française allemand allemande
            anglais belge suisse español española francés francesa inglés alemán mexicano mexicana nederlander nederlandse
            belg duitser vlaming fransman engelsman""");

    /** German nouns, which have a capital too and stand behind a name often: that Mr Weiß has interest. */
    private static final Set<String> NOUNS = set("""
            angebot angebote interesse termin termine zeit bedarf frage fragen recht preis preise geld kunde kunden rückruf
            anruf mail vertrag verträge budget büro firma unterlagen muster probe kugelschreiber füller stift stifte problem
            probleme anfrage antwort woche abend mittag uhr euro prozent stück kosten rabatt hilfe bescheid vorschlag plan
            projekt mitarbeiter einkauf verkauf vertrieb werbung post bank zentrale abteilung telefon handy nummer adresse
            auftrag ware urlaub freude lust angst mühe erfolg glück grüße gruß tag morgen danke dank deshalb nachricht papier
            tinte""");

    /** Those that join the parts of a name. */
    static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "zu", "zur", "zum", "der", "den", "de", "del", "della", "dello", "degli", "dei", "di",
            "da", "do", "dos", "das", "du", "des", "d", "la", "las", "los", "ten", "ter", "te", "t", "af", "av", "el",
            "al", "bin", "ibn", "ben", "le", "st", "saint");

    static final Set<String> PORTUGUESE = Set.of("da", "do", "dos", "das");

    private NotNames() {}

    private static Set<String> set(String words) {
        return Set.copyOf(java.util.List.of(words.strip().split("\\s+")));
    }

    /** In small letters. */
    static boolean has(String word) {
        return OPENERS.contains(word) || OFFICES.contains(word);
    }

    /** Of what stands behind another word with a capital, or where no title stands. */
    static boolean mayBe(String word) {
        return has(word) || CALENDAR.contains(word) || PEOPLES.contains(word);
    }

    /** Behind another word with a capital. */
    static boolean isNoun(String word) {
        return NOUNS.contains(word)
                || (word.length() > 6 && word.matches(".*(?:ung|ungen|heit|keit|schaft|tion|tionen|tät|ismus)"));
    }
}
