/** Provinces of China by the first two digits of GB/T 2260, Hong Kong, Macao and Taiwan included. */
export const provinces = [
  ...(['11', '12', '13', '14', '15', '21', '22', '23'] as const),
  ...(['31', '32', '33', '34', '35', '36', '37'] as const),
  ...(['41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54'] as const),
  ...(['61', '62', '63', '64', '65', '71', '81', '82'] as const),
];
export type Province = (typeof provinces)[number];
