// aktiv-grab FILE.png: what the X screen shows now, as a PNG. Ends with 1 and a sentence where it
// cannot.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <cairo.h>

#include <cstdint>
#include <cstring>
#include <iostream>

namespace {

constexpr int kColourBits = 24;

// X gives 32-bit pixels in cairo's own RGB24 order on a little-endian screen of depth 24.
bool is_plain(const XImage& image) {
  return image.bits_per_pixel == 32 && image.byte_order == LSBFirst && image.depth == kColourBits;
}

cairo_status_t save(const XImage& image, const char* file) {
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height);
  unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int row = 0; row < image.height; ++row)
    std::memcpy(pixels + row * stride, image.data + row * image.bytes_per_line,
                static_cast<size_t>(image.width) * 4);
  cairo_surface_mark_dirty(surface);
  const cairo_status_t status = cairo_surface_write_to_png(surface, file);
  cairo_surface_destroy(surface);
  return status;
}

int grab(Display* display, const char* file) {
  const Window root = DefaultRootWindow(display);
  XWindowAttributes shape{};
  XGetWindowAttributes(display, root, &shape);
  XImage* image = XGetImage(display, root, 0, 0, static_cast<unsigned>(shape.width),
                            static_cast<unsigned>(shape.height), AllPlanes, ZPixmap);
  if (image == nullptr || !is_plain(*image)) {
    std::cerr << "aktiv-grab: the screen has no plain 24-bit colours\n";
    return 1;
  }
  const cairo_status_t status = save(*image, file);
  XDestroyImage(image);
  if (status == CAIRO_STATUS_SUCCESS) return 0;
  std::cerr << "aktiv-grab: " << file << ": " << cairo_status_to_string(status) << "\n";
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "aktiv-grab FILE.png\n";
    return 2;
  }
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) {
    std::cerr << "aktiv-grab: no X display; DISPLAY says which\n";
    return 1;
  }
  const int ended = grab(display, words[1]);
  XCloseDisplay(display);
  return ended;
}
