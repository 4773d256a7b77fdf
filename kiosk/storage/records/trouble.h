// Inside storage a failure is thrown as Trouble; at every public border it becomes a Fault again.
// So a transaction is left by one way only, and rolls back.
#pragma once

#include <exception>
#include <new>
#include <type_traits>
#include <utility>

#include "dialogue/model/result.h"

namespace aktiv::storage {

struct Trouble {
  Fault fault;
};

// The disk is full. Erasing goes on from here with the room that was set aside for it.
struct NoRoom : Trouble {};

[[noreturn]] inline void trouble(std::string what, std::string where, std::string expected) {
  throw Trouble{Fault{std::move(what), std::move(where), std::move(expected)}};
}

template <class Work>
auto guarded(Work&& work) -> Result<std::invoke_result_t<Work>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const Trouble& trouble) {
    return trouble.fault;
  } catch (const std::bad_alloc&) {
    return Fault{"no memory left", "storage", "close other programs; nothing was lost"};
  } catch (const std::exception& error) {
    return Fault{error.what(), "storage", "restart the kiosk; what was kept is still there"};
  }
}

}  // namespace aktiv::storage
