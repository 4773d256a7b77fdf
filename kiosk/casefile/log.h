// The request log: method, kind of address, status and time on standard error. Never a body, an id,
// a name, a query or an address of the network.
#pragma once

namespace aktiv::casefile {

void log_to_standard_error();

}  // namespace aktiv::casefile
