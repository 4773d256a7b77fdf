// Where on a glass somebody reaches: everything that is touched stands there. Value; any thread.
#pragma once

namespace aktiv {

enum class Reach { whole, low, left, right };

}  // namespace aktiv
