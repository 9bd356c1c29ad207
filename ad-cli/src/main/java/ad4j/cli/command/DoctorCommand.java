package ad4j.cli.command;

import ad4j.cli.doctor.Diagnosis;
import ad4j.cli.doctor.Symptom;
import ad4j.cli.output.Listing;
import ad4j.cli.work.Action;
import ad4j.cli.work.ExitCode;
import ad4j.cli.work.Workbench;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code ad doctor}. */
@Command(
    name = "doctor",
    description = "What this installation consists of; exit code 1 if something is broken.",
    footer = {"Examples:", "  ad doctor", "  ad doctor --plugin-path plugins --format json"})
final class DoctorCommand implements Action {
  @Override
  public int run(Workbench bench) {
    List<Symptom> symptoms = new Diagnosis(bench, Version.number()).symptoms();
    List<List<Object>> rows = new ArrayList<>();
    for (Symptom symptom : symptoms) {
      rows.add(List.of(symptom.state().toString(), symptom.part(), symptom.detail()));
    }
    bench.output().listing(new Listing("parts", List.of("state", "part", "detail"), rows));
    boolean broken = symptoms.stream().anyMatch(s -> s.state() == Symptom.State.BROKEN);
    return broken ? ExitCode.FAILED : ExitCode.FINE;
  }
}
