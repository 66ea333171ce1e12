/** The parameters of the address as hidden fields of a form, but for those that the form sets or that belong to the page before. */
export function KeptParams({ params, without }: { params: URLSearchParams; without: readonly string[] }) {
  return [...params]
    .filter(([name]) => !without.includes(name) && name !== 'after' && name !== 'before')
    .map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />);
}
