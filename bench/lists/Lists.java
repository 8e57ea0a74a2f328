import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sellmeapen.embeddedpg.EmbeddedPostgres;

/**
 * Library, history and home with 10,000 sessions of one person and 1,000,000 in the organisation.
 *
 * <p>Arguments: fill DATA PERSON | measure URL TOKEN RUNS | plans DATA PERSON. {@code run.sh} calls all three.
 */
class Lists {

    static final int OF_THE_PERSON = 10_000;
    static final int OF_THE_ORGANISATION = 1_000_000;
    static final int PEOPLE = 200;

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "fill" -> fill(Path.of(arguments[1]), arguments[2]);
            case "measure" -> measure(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
            case "plans" -> plans(Path.of(arguments[1]), arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static Connection owner(Path data) throws Exception {
        var running = EmbeddedPostgres.attach(data.resolve("postgres")).orElseThrow();
        return DriverManager.getConnection(running.jdbcUrl(), running.user(), running.password());
    }

    static String organisation(Connection db, String person) throws Exception {
        try (ResultSet row = db.createStatement()
                .executeQuery("select organisation_id from membership where person_id = '" + person + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    static void fill(Path data, String person) throws Exception {
        try (Connection db = owner(data); Statement sql = db.createStatement()) {
            long begun = System.nanoTime();
            sql.execute("set row_security = off");
            sql.execute("alter table training_session no force row level security");
            sql.execute("alter table membership no force row level security");
            String organisation = organisation(db, person);
            String insert = """
                    insert into training_session (organisation_id, id, person_id, scenario_id, scenario_address,
                        scenario_digest, title, category, persona_name, level, seat, language, seed, stage, created_at,
                        started_at, played_ms, last_activity_at, ended_at, end_reason, time_limit_s, outcome,
                        hints_used, memento, total, band_low, band_high, fix_criterion, fix_name, fix_turn, score_revision)
                    select '%1$s', gen_random_uuid(), %2$s,
                        'scenario-' || n %% 40, 'sellmeapen/scenario-' || n %% 40 || '@1', 'none', 'Scenario ' || n %% 40,
                        'discovery', 'Nobody', (array['easy','medium','hard','expert'])[1 + n %% 4], 'seller', 'en', n,
                        'scored', t, t, 300000, t, t + interval '5 minutes', 'decided', 900,
                        (array['sale','next_step','undecided','no_sale'])[1 + n %% 4], 0, '{}', n * 7 %% 101, 10, 90,
                        'used_proof', 'Proof', 3, 1
                    from generate_series(1, %3$d) n, lateral (select now() - n * interval '%4$s' as t) at
                    """;
            sql.execute(insert.formatted(organisation, "'" + person + "'::uuid", OF_THE_PERSON, "1 hour"));
            sql.execute(insert.formatted(
                    organisation,
                    "('00000000-0000-7000-8000-' || lpad((n % " + PEOPLE + ")::text, 12, '0'))::uuid",
                    OF_THE_ORGANISATION - OF_THE_PERSON,
                    "1 minute"));
            sql.execute("alter table training_session force row level security");
            sql.execute("alter table membership force row level security");
            sql.execute("vacuum analyze training_session");
            System.out.printf("filled in %.0f s%n", (System.nanoTime() - begun) / 1e9);
        }
    }

    static void measure(String url, String token, int runs) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String[] paths = {
            "/api/v1/scenarios", "/api/v1/sessions", "/api/v1/sessions?limit=100", "/api/v1/sessions?level=hard",
            "/api/v1/trend", "/api/v1/home", "/api/v1/team-overview"
        };
        System.out.println("| request | n | p50 ms | p99 ms | max ms | bytes |");
        System.out.println("|---|---|---|---|---|---|");
        for (String path : paths) {
            double[] times = new double[runs];
            int bytes = 0;
            for (int k = -20; k < runs; k++) {
                long begun = System.nanoTime();
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " answered " + answer.statusCode());
                }
                bytes = answer.body().length;
                if (k >= 0) {
                    times[k] = (System.nanoTime() - begun) / 1e6;
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    "| %s | %d | %.1f | %.1f | %.1f | %d |%n",
                    path, runs, times[runs / 2], times[(int) Math.ceil(runs * 0.99) - 1], times[runs - 1], bytes);
        }
    }

    /** The plans of what the pages ask, under the same row security as the application. */
    static void plans(Path data, String person) throws Exception {
        try (Connection db = owner(data); Statement sql = db.createStatement()) {
            String organisation = null;
            sql.execute("alter table membership no force row level security");
            organisation = organisation(db, person);
            sql.execute("alter table membership force row level security");
            sql.execute("select set_config('app.org', '" + organisation + "', false)");
            List<String> queries = new ArrayList<>();
            queries.add("select id from training_session where person_id = '" + person
                    + "' order by created_at desc, id desc limit 26");
            queries.add("select id from training_session order by created_at desc, id desc limit 26");
            queries.add("select distinct on (scenario_id) scenario_id, total, id, level, count(*) over (partition by"
                    + " scenario_id) from training_session where person_id = '" + person
                    + "' order by scenario_id, total desc nulls last, id");
            queries.add("select id, ended_at, total from training_session where person_id = '" + person
                    + "' and total is not null order by ended_at desc limit 200");
            for (String query : queries) {
                System.out.println("\n    " + query);
                try (ResultSet plan = sql.executeQuery("explain (analyze, buffers, costs off) " + query)) {
                    while (plan.next()) {
                        System.out.println("    " + plan.getString(1));
                    }
                }
            }
        }
    }
}
