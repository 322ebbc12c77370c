// SPDX-License-Identifier: BSL-1.0

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** lib-recur over the rules of the file that is named: LibRecurPeer rules.txt */
final class LibRecurPeer {
  private static final String VERSION = "0.17.1"; // as in pom.xml
  private static final int REPETITIONS = 5;
  private static final long AT_LEAST = 100_000_000; // nanoseconds of CPU time a repetition
  private static final long WARM_UP = 10 * AT_LEAST;
  private static final int MOST_DAYS = 36525;
  private static final long MILLISECONDS_A_DAY = 86_400_000;
  private static final DateTime START = new DateTime(2000, 0, 1);
  private static final DateTime ASKED = new DateTime(2099, 5, 1);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final RecurrenceRule rule;

  private LibRecurPeer(RecurrenceRule rule) {
    this.rule = rule;
  }

  /** Writes each occurrence, in order, and returns how many they are. */
  private int expand(long[] days) {
    final RecurrenceRuleIterator each = rule.iterator(START);
    int n = 0;
    while (each.hasNext()) days[n++] = each.nextMillis();
    return n;
  }

  /** Writes the first occurrence after ASKED. */
  private int next(long[] days) {
    final RecurrenceRuleIterator each = rule.iterator(START);
    each.fastForward(ASKED);
    do days[0] = each.nextMillis(); while (days[0] <= ASKED.getTimestamp());
    return 1;
  }

  private static long cpuTime(ToIntFunction<long[]> run, long[] days, long passes) {
    final long begin = THREADS.getCurrentThreadCpuTime();
    for (long i = 0; i < passes; ++i) run.applyAsInt(days);
    return THREADS.getCurrentThreadCpuTime() - begin;
  }

  /** CPU time of one pass, the fastest of the repetitions. */
  private static double nanoseconds(ToIntFunction<long[]> run, long[] days) {
    for (long warm = 0; warm < WARM_UP; ) warm += cpuTime(run, days, 10);
    long passes = 1;
    while (cpuTime(run, days, passes) < AT_LEAST) passes *= 2;
    double fastest = Double.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; ++i)
      fastest = Math.min(fastest, (double) cpuTime(run, days, passes) / passes);
    return fastest;
  }

  private static void report(String what, ToIntFunction<long[]> run) {
    final long[] days = new long[MOST_DAYS];
    final int count = run.applyAsInt(days);
    long sum = 0;
    for (int i = 0; i < count; ++i) sum += days[i] / MILLISECONDS_A_DAY;
    System.out.printf(
        Locale.ROOT,
        "{\"engine\":\"lib-recur\",\"version\":\"%s\",\"rule\":\"%s\",\"count\":%d,\"sum\":%d,\"ns\":%f}%n",
        VERSION, what, count, sum, nanoseconds(run, days) / count);
  }

  private static void measure(String id, String text, boolean sought) {
    try {
      final LibRecurPeer peer = new LibRecurPeer(new RecurrenceRule(text + ";UNTIL=20991231"));
      report(id, peer::expand);
      if (sought) report("next " + id, peer::next);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException error) {
      System.err.println("lib-recur: " + id + " is left out: " + error.getMessage());
    }
  }

  public static void main(String[] arguments) throws IOException {
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      if (line.startsWith("#")) continue;
      final String[] words = line.split(" ");
      measure(words[0], words[1], words.length > 2);
    }
  }
}
