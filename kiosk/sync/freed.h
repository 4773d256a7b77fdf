// A C library's own way of letting go, for std::unique_ptr; for the sync's own .cpp files.
#pragma once

namespace aktiv::sync {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

}  // namespace aktiv::sync
