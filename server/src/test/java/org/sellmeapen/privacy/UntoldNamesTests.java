package org.sellmeapen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nobody told us, and numbers of telephones as countries write them. */
class UntoldNamesTests {

    private static String out(String text) {
        return Redactor.WITHOUT_NAMES.begin().out(text);
    }

    private static void goesOutAndComesBack(String text, String wanted) {
        assertThat(out(text)).isEqualTo(wanted);
        Redaction redaction = Redactor.WITHOUT_NAMES.begin();
        assertThat(redaction.back(redaction.out(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dzień dobry, mówi Anna Kowalska z Orlenu. | Dzień dobry, mówi [NAME_1] z Orlenu.",
                "Halo, tu Anna Kowalska. | Halo, tu [NAME_1].",
                "Guten Tag, hier Müller von der Allianz. | Guten Tag, hier [NAME_1].",
                "Buenos días, habla Pedro Sánchez de Iberdrola. | Buenos días, habla [NAME_1] de Iberdrola.",
                "Pronto, parla Marco Rossi. | Pronto, parla [NAME_1].",
                "Bom dia, fala o João Silva. | Bom dia, fala o [NAME_1].",
                "Goedemorgen, met Jan de Vries van Philips. | Goedemorgen, met [NAME_1] van Philips.",
                "Merhaba, ben Ahmet Yılmaz. | Merhaba, ben [NAME_1].",
                "Bonjour, moi c'est Paul Lefort. | Bonjour, moi c'est [NAME_1].",
                "Please ask Mrs Katherine Johnson about it. | Please ask Mrs [NAME_1] about it.",
                "I spoke to Mr. Baker yesterday. | I spoke to Mr. [NAME_1] yesterday.",
                "Mr and Mrs Okafor-Lee agreed. | Mr and Mrs [NAME_1] agreed.",
                "Dr. van der Berg signs it. | Dr. [NAME_1] signs it.",
                "Dr. J. Whitfield signs it. | Dr. [NAME_1] signs it.",
                "Ms O'Leary's budget | Ms [NAME_1]'s budget",
                "Prof. McAllister, thank you | Prof. [NAME_1], thank you",
                "Miss Abernathy is out on Monday | Miss [NAME_1] is out on Monday",
                "I told Mrs Johnson I would call | I told Mrs [NAME_1] I would call",
                "Mr Johnson CEO of Inkwell | Mr [NAME_1] CEO of Inkwell",
                "Herr Müller kommt gleich. | Herr [NAME_1] kommt gleich.",
                "Frau Dr. Weiß ist nicht da. | Frau Dr. [NAME_1] ist nicht da.",
                "Ich sprach mit Herrn Thomas Lindner. | Ich sprach mit Herrn [NAME_1].",
                "weil Herr Lindner Interesse hat | weil Herr [NAME_1] Interesse hat",
                "Herrn Lindners Angebot liegt vor | Herrn [NAME_1] Angebot liegt vor",
                "Frau von der Heide ruft an | Frau [NAME_1] ruft an",
                "Frau Weiß von Siemens ruft an | Frau [NAME_1] von Siemens ruft an",
                "Prof. Dr. med. Schäfer-Groß | Prof. Dr. med. [NAME_1]",
                "Herr Doktor Kühn bitte | Herr Doktor [NAME_1] bitte",
                "M. Dupont est absent. | M. [NAME_1] est absent.",
                "à M. Dupont de Renault | à M. [NAME_1] de Renault",
                "Mme Le Goff rappelle | Mme [NAME_1] rappelle",
                "Bonjour madame Lefèvre, comment allez-vous ? | Bonjour madame [NAME_1], comment allez-vous ?",
                "Le docteur Petit arrive | Le docteur [NAME_1] arrive",
                "El Sr. García no está. | El Sr. [NAME_1] no está.",
                "la señora Ana María López Ruiz dice | la señora [NAME_1] dice",
                "Sra. de la Fuente, un momento | Sra. [NAME_1], un momento",
                "con don Ramiro y doña Inés | con don [NAME_1] y doña [NAME_2]",
                "o Sr. João Silva ligou | o Sr. [NAME_1] ligou",
                "a doutora Beatriz dos Santos Lima | a doutora [NAME_1]",
                "Il signor Bianchi ha chiamato | Il signor [NAME_1] ha chiamato",
                "la Sig.ra Rossi e il Dott. Verdi | la Sig.ra [NAME_1] e il Dott. [NAME_2]",
                "de heer De Vries belt | de heer [NAME_1] belt",
                "mevrouw van den Broek belt | mevrouw [NAME_1] belt",
                "Dhr. Jansen en Mevr. Bakker | Dhr. [NAME_1] en Mevr. [NAME_2]",
                "Jag talade med fru Lindqvist. | Jag talade med fru [NAME_1].",
                "herr Åkesson ringde | herr [NAME_1] ringde",
                "hr. Mikkelsen ringer | hr. [NAME_1] ringer",
                "frøken Dahl kommer | frøken [NAME_1] kommer",
                "rouva Korhonen soittaa | rouva [NAME_1] soittaa",
                "Rozmawiałem z panem Kowalskim. | Rozmawiałem z panem [NAME_1].",
                "Czy to pani Anna Nowak? | Czy to pani [NAME_1]?",
                "volal pan inženýr | volal pan inženýr",
                "volal pan Dvořák | volal pan [NAME_1]",
                "Dobrý den, paní Nováková | Dobrý den, paní [NAME_1]",
                "Господин Соколов занят. | Господин [NAME_1] занят.",
                "позвоните г-же Лебедевой | позвоните г-же [NAME_1]",
                "Мария Сергеевна Орлова ответит | [NAME_1] ответит",
                "ο κύριος Παπαδόπουλος λείπει | ο κύριος [NAME_1] λείπει",
                "η κ. Γεωργίου μίλησε | η κ. [NAME_1] μίλησε",
                "Sayın Yıldırım, merhaba | Sayın [NAME_1], merhaba",
                "Ayşe Hanım aradı | [NAME_1] Hanım aradı",
                "ông Nguyễn Văn Hùng gọi | ông [NAME_1] gọi",
                "chị Lan ơi | chị [NAME_1] ơi",
                "I'm Mrs Pym, hello | I'm Mrs [NAME_1], hello",
                "My name is Katherine Johnson. | My name is [NAME_1].",
                "Hello, this is Zoe Stern from Inkwell. | Hello, this is [NAME_1] from Inkwell.",
                "This is Zoe Stern speaking | This is [NAME_1] speaking",
                "Hi, I'm Peter. | Hi, I'm [NAME_1].",
                "I’m Priya Raman with Inkwell | I’m [NAME_1] with Inkwell",
                "Mein Name ist Katharina Weiß von der Firma Feder. | Mein Name ist [NAME_1] von der Firma Feder.",
                "Guten Tag, hier ist Lindner. | Guten Tag, hier ist [NAME_1].",
                "ich heiße Ursula von der Heide | ich heiße [NAME_1]",
                "Je m'appelle Amélie Roux | Je m'appelle [NAME_1]",
                "Bonjour, je suis Paul Mercier de chez Encre. | Bonjour, je suis [NAME_1] de chez Encre.",
                "Me llamo Ana de Robles. | Me llamo [NAME_1].",
                "Hola, soy Pedro de Telefónica. | Hola, soy [NAME_1] de Telefónica.",
                "Meu nome é Tiago Rocha | Meu nome é [NAME_1]",
                "sou a Joana da Vivo | sou a [NAME_1] da Vivo",
                "Mi chiamo Marco Conti | Mi chiamo [NAME_1]",
                "Mijn naam is Jan van der Meer | Mijn naam is [NAME_1]",
                "U spreekt met Femke Bos | U spreekt met [NAME_1]",
                "Jag heter Elin Sjöberg | Jag heter [NAME_1]",
                "Jeg hedder Søren Holm | Jeg hedder [NAME_1]",
                "Nimeni on Aino Laine | Nimeni on [NAME_1]",
                "Nazywam się Piotr Zieliński | Nazywam się [NAME_1]",
                "Jmenuji se Petra Malá | Jmenuji se [NAME_1]",
                "Меня зовут Ольга Морозова. | Меня зовут [NAME_1].",
                "με λένε Νίκο Αντωνίου | με λένε [NAME_1]",
                "Benim adım Mehmet Kaya | Benim adım [NAME_1]",
                "Tên tôi là Trần Minh Châu | Tên tôi là [NAME_1]",
                "Good morning, Katherine Johnson speaking. | Good morning, [NAME_1] speaking.",
                "Lindner am Apparat | [NAME_1] am Apparat",
                "Anna Nowak z tej strony | [NAME_1] z tej strony",
                "Yeah, this is Dave. | Yeah, this is [NAME_1].",
                "L'avvocato Ferri scrive | L'avvocato [NAME_1] scrive",
                "Ahmet Yılmaz Bey | [NAME_1] Bey",
                "Call me at 612345678 | Call me at [PHONE_1]",
                "Mi móvil es 612 345 678 | Mi móvil es [PHONE_1]",
                "Llámame al 612 345 678, por favor | Llámame al [PHONE_1], por favor",
                "mi número, 612 34 56 78 | mi número, [PHONE_1]",
                "zadzwoń 601-234-567 | zadzwoń [PHONE_1]",
                "na 739 123 456 odpoledne | na [PHONE_1] odpoledne",
                "liga 912 345 678 | liga [PHONE_1]",
                "chiami il 347 1234567 | chiami il [PHONE_1]",
                "chiami il 347 12 34 567 | chiami il [PHONE_1]",
                "8 912 345-67-89 | [PHONE_1]",
                "ara: 532 123 45 67 | ara: [PHONE_1]",
                "ring 412 34 567 | ring [PHONE_1]",
                "138 1234 5678 | [PHONE_1]",
                "meu celular é 11 91234-5678 | meu celular é [PHONE_1]",
                "My phone number is 612345678 | My phone number is [PHONE_1]",
                "Mein Handy: 98765 43210 | Mein Handy: [PHONE_1]",
                "appelle le 06 12 34 56 78 | appelle le [PHONE_1]",
                "Call 612 345 678. 12 pens are left. | Call [PHONE_1]. 12 pens are left.",
            })
    void areTakenOut(String text, String wanted) {
        goesOutAndComesBack(text, wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wir sitzen hier in München.",
                "Hier Berlin und Hamburg zu vergleichen lohnt.",
                "Wij werken met Philips Healthcare in Eindhoven.",
                "Dat doen we met Excel en met Outlook.",
                "Ella habla Inglés y Francés.",
                "Parla Italiano con i clienti.",
                "Tu Google konto wygasło.",
                "Big Ben strikes twelve.",
                "Mr",
                "Dear Mr or Mrs, please",
                "Yes, Mr. We think so.",
                "Thank you, Sir. Tomorrow is fine.",
                "Yes Sir The price is right",
                "Ask your Dr. Tomorrow is fine.",
                "I miss Paris in spring",
                "We use MS Office and MS Teams",
                "The HR Department and HR Manager",
                "our Sr. Manager and the Sr. Sales Director",
                "A Dr Pepper, please",
                "Dr. Oetker makes pizza",
                "Mr. Clean and Mr Muscle are brands",
                "Mr President, Madam Chair",
                "Professor Emeritus at Oxford",
                "Mm. Look, the white one",
                "Size M. We need twenty.",
                "St. Moritz and St. Louis",
                "I'm German and I'm Catholic",
                "I'm Head of Purchasing",
                "I'm Google certified",
                "I'm OK. I'm CEO.",
                "I'm from Berlin",
                "This is Germany.",
                "This is Montblanc",
                "This is Great News",
                "This is Excel with macros",
                "This is IBM calling",
                "It's Monday from three on",
                "It's Parker Jotter at its best",
                "Parker Jotter writes well. Waterman too.",
                "The frying pan Tefal sells",
                "a Peter Pan story",
                "Pan American flights",
                "I don't Google it",
                "What I am Selling",
                "24 hr. Support",
                "Der Herr ist nicht da. Frau und Kind auch nicht.",
                "Herr Direktor, Frau Ministerin",
                "Herr Doktor, bitte",
                "Eine Frau von Siemens rief an",
                "Meine Frau Ihre Kollegin",
                "Hier ist Platz.",
                "Hier ist Post von Siemens",
                "Ich bin Verkäufer bei Siemens",
                "Ich bin Kunde.",
                "Mein Name ist Programm.",
                "Heute ist Montag, der Preis ist gut.",
                "Monsieur le Président",
                "Madame, Monsieur, bonjour",
                "Ici Paris",
                "Je suis Directeur commercial",
                "Je suis Français.",
                "Señor Presidente, gracias",
                "un pan Bimbo, por favor",
                "Soy Español y soy de Madrid",
                "Soy Director de compras",
                "sou o Diretor",
                "Sono Ferrari, le migliori",
                "ik ben Nederlander",
                "Pan Prezes prosi",
                "Sayın Müşterimiz, merhaba",
                "Müdür Bey geldi",
                "tiếng Anh Mỹ",
                "tôi là Giám đốc",
                "đi Bà Nà chơi",
                "Господин Президент, добрый день",
                "κ. Πρόεδρε",
                "Lot 700 123 456",
                "VAT no. DE 712 345 678",
                "Es kostet 612 345 678 Yen",
                "Nobody speaking. English speaking people. Yes, speaking.",
                "Er kostet 1 200 000",
                "We sold 612 345 678 units",
                "612 345 678 € in sales",
                "$612 345 678",
                "612.345.678",
                "Order 612 345 678",
                "Bestellnummer: 700-123-456",
                "600 700 800 pens",
                "610 620 630",
                "750 000 000",
                "612 345 678,50",
                "2019 2020 2021",
                "20 30 40 50",
                "the years 1999 and 2024",
                "12 000 345 678",
                "612345678",
                "347 1000000 euros",
                "100 200 300 and 400",
            })
    void nothingElseIs(String text) {
        assertThat(out(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "您好，我叫王小明，来自羽毛公司。 | 您好，我叫[NAME_1]，来自羽毛公司。",
                "我的名字是李雷 | 我的名字是[NAME_1]",
                "我叫陈静来自羽毛公司 | 我叫[NAME_1]来自羽毛公司",
                "フェザーの田中と申します。 | フェザーの[NAME_1]と申します。",
                "佐藤健太と申します | [NAME_1]と申します",
                "私の名前はマリアです。 | 私の名前は[NAME_1]です。",
                "제 이름은 김민수입니다. | 제 이름은 [NAME_1]입니다.",
                "안녕하세요, 저는 박지영이라고 합니다. | 안녕하세요, 저는 [NAME_1]이라고 합니다.",
                "مرحبا، اسمي محمد علي من شركة الريشة | مرحبا، اسمي [NAME_1] من شركة الريشة",
                "שלום, שמי דוד כהן מחברת נוצה | שלום, שמי [NAME_1] מחברת נוצה",
                "קוראים לי נועה | קוראים לי [NAME_1]",
                "नमस्ते, मेरा नाम राहुल शर्मा है। | नमस्ते, मेरा नाम [NAME_1] है।",
                "สวัสดีครับ ผมชื่อสมชายครับ | สวัสดีครับ ผมชื่อ[NAME_1]ครับ",
                "hello my name is katherine johnson and i am calling about pens | hello my name is [NAME_1] and i am calling about pens",
                "my name's dave | my name's [NAME_1]",
                "guten tag ich heiße peter müller von der firma feder | guten tag ich heiße [NAME_1] von der firma feder",
                "bonjour je m'appelle amélie roux | bonjour je m'appelle [NAME_1]",
                "me llamo pedro y vendo bolígrafos | me llamo [NAME_1] y vendo bolígrafos",
                "меня зовут ольга | меня зовут [NAME_1]",
            })
    void areTakenOutWhereNoCapitalTellsThem(String text, String wanted) {
        goesOutAndComesBack(text, wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我叫你别打电话",
                "我叫了一辆车",
                "公司的名字是什么",
                "これはペンと言います",
                "会社の名前は何ですか",
                "저는 학생입니다",
                "이름은 중요하지 않습니다",
                "ما اسمي عندك؟",
                "ชื่อบริษัทอะไรครับ",
                "what is your name",
                "my name is on the list",
                "my name is not important",
                "i want to know your name and number",
                "mein name ist programm",
                "wie ist ihr name bitte",
            })
    void whatIsNoNameStaysWhereNoCapitalTellsIt(String text) {
        assertThat(out(text)).isEqualTo(text);
    }

    @Test
    void aNameOfOneSignIsNotLookedForElsewhere() {
        Redaction redaction = Redactor.WITHOUT_NAMES.begin();
        assertThat(redaction.out("林と申します。")).isEqualTo("[NAME_1]と申します。");
        assertThat(redaction.out("森林の紙です。")).isEqualTo("森林の紙です。");
    }

    @Test
    void whoToldTheirNameOnceIsKnownByEachOfTheirNamesInTheWholeExchange() {
        Redaction redaction = Redactor.WITHOUT_NAMES.begin();
        redaction.meet("Katherine asked.");
        redaction.meet("My name is Katherine Johnson.");
        assertThat(redaction.out("Katherine asked. Ms. Johnson's pen")).isEqualTo("[NAME_1] asked. Ms. [NAME_2]'s pen");
        assertThat(redaction.back("[NAME_2], [NAME_1]")).isEqualTo("Johnson, Katherine");
    }

    @Test
    void aNounBehindANameIsNotLearnt() {
        Redaction redaction = Redactor.WITHOUT_NAMES.begin();
        assertThat(redaction.out("Herr Preis sagt, der Preis ist gut.")).contains("der Preis ist gut");
    }

    @Test
    void aLongTextIsWalkedOnce() {
        String text = "Der Stift schreibt gut und Frau Weiß kauft zehn. ".repeat(4_000);
        assertThat(out(text)).doesNotContain("Weiß");
    }
}
