package dev.emovox.local.doctor;

import dev.emovox.local.home.Home;
import dev.emovox.local.provisioning.ServerFolder;
import dev.emovox.local.provisioning.VirtualEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at this machine, except for what libtorch needs; changes nothing. */
public final class DoctorChecks {
  private final MachineChecks machine;
  private final ProgramChecks programs;
  private final PortChecks ports;

  /** Looks at the machine as a user with these variables and this home sees it. */
  public DoctorChecks(Home home, Map<String, String> environment) {
    VirtualEnvironment servers =
        ServerFolder.virtualEnvironment(environment, home.folder(), line -> {});
    this.machine = new MachineChecks(home.folder());
    this.programs = new ProgramChecks(environment, servers);
    this.ports = new PortChecks(home);
  }

  /** Every check, in the order in which they matter. */
  public List<Check> all() {
    List<Check> checks = new ArrayList<>(programs.prerequisites());
    checks.addAll(machine.all());
    checks.addAll(programs.servers());
    checks.addAll(ports.all());
    return checks;
  }
}
