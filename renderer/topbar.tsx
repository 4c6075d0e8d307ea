import { ActionIcon, NativeSelect, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { BoutonsAnnulation } from './journal/boutons'
import { ChoixDuJour } from './journal/choix-du-jour'
import { SearchButton } from './search'
import { useSession } from './session'
import { SavedAt } from './ui/frame/saved-at'
import classes from './topbar.module.css'

/** The header: name, school year of every screen, search, when the last change was written. */
export function Topbar() {
  const { registre, annees, anneeId, setAnneeId } = useSession()
  return (
    <>
      <strong className={classes.name}>Registre MLDS</strong>
      {registre && annees.length > 0 && (
        <NativeSelect
          aria-label="Année scolaire"
          className={classes.year ?? ''}
          data={[...annees]}
          value={anneeId}
          onChange={(event) => setAnneeId(event.currentTarget.value)}
        />
      )}
      {registre && <ChoixDuJour />}
      {registre && <SearchButton />}
      {registre && <BoutonsAnnulation />}
      <div className={classes.right}>
        <SavedAt />
        {registre && (
          <span className={classes.register} title={registre.chemin}>
            {registre.nom}
          </span>
        )}
        <SchemeButton />
      </div>
    </>
  )
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const next = scheme === 'light' ? 'dark' : 'light'
  const Icon = scheme === 'light' ? IconMoon : IconSun
  return (
    <ActionIcon
      aria-label={next === 'dark' ? 'Passer en affichage sombre' : 'Passer en affichage clair'}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
