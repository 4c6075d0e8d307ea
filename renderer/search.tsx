import type { SpotlightActionData } from '@mantine/spotlight'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { cleRecherche, correspond } from '../shared/text'
import { screens } from './routes'
import { navigate } from './ui/router'
import classes from './topbar.module.css'

/** Ctrl + K: every screen by any word of its name. */
export function SearchButton() {
  const actions = screens.flatMap(({ route, title, nav }): SpotlightActionData[] => {
    if (!nav) return []
    const Icon = nav.icon
    const leftSection = <Icon size={17} stroke={1.6} aria-hidden />
    return [{ id: route.path, label: nav.label ?? title, leftSection, onClick: () => navigate(route.href({})) }]
  })
  return (
    <>
      <button type="button" className={classes.search} onClick={spotlight.open}>
        <IconSearch size={15} aria-hidden />
        <span>Aller à un écran…</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Spotlight
        actions={actions}
        shortcut="mod + K"
        scrollable
        attributes={{ content: { 'aria-label': 'Aller à un écran' } }}
        overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
        nothingFound="Aucun écran de ce nom"
        searchProps={{ placeholder: 'Aller à un écran…', 'aria-label': 'Aller à un écran' }}
        filter={(query, all) =>
          all.filter((item) => 'label' in item && correspond(cleRecherche(item.label ?? ''), query))
        }
      />
    </>
  )
}
