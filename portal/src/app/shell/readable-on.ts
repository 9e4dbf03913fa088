/**
 * Black or white, whichever contrasts more with a colour that a house chose.
 * @param colour `#rrggbb`; anything else counts as dark
 */
export function readableOn(colour: string): '#000000' | '#ffffff' {
  const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1) ?? ['00', '00', '00'];
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = parseInt(channel, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Equal contrast with black and white (WCAG 2 formula) lies at this luminance.
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
