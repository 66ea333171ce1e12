/** Version of the calculation. Raised whenever the same input with the same dated numbers and tables would give another result. */
export const engineVersion = '2.0.0';
