// How a desk answers: by callback on the loop's thread, perhaps later.
#pragma once

#include <functional>

#include "dialogue/model/result.h"

namespace aktiv::mentor {

template <class T>
using Then = std::function<void(Result<T>)>;
using Done = std::function<void(Status)>;

}  // namespace aktiv::mentor
