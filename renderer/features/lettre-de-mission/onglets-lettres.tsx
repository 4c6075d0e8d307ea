import { paths } from '../../paths'
import { PageTabs } from '../../ui/page-tabs'

const ecrans = [
  { cle: 'lettres', label: 'Lettres', href: paths.lettres.href({}) },
  { cle: 'campagne', label: 'Campagne', href: paths.campagne.href({}) },
  { cle: 'suivi', label: 'Suivi', href: paths.suiviLettres.href({}) },
  { cle: 'service', label: 'Service', href: paths.serviceLettres.href({}) },
] as const

/** The screens about the year's letters. */
export const OngletsLettres = ({ actuel }: { actuel: (typeof ecrans)[number]['cle'] }) => (
  <PageTabs
    label="Lettres de mission"
    tabs={ecrans.map(({ cle, label, href }) => ({ label, href, current: cle === actuel }))}
  />
)
