import { Button } from '@mantine/core'
import { choisirFichier } from '../../../shared/domain/fichier/fichier.contract'
import { choisirLogo, lireLogo } from '../../../shared/domain/parametres/parametres.contract'
import { call } from '../../ipc/call'
import { useCommand, useOperation } from '../../ipc/use-operation'
import { notify } from '../../ui/notice'
import { Section } from '../../ui/section'
import classes from './parametres.module.css'

/** The académie's own image, kept inside the register and printed on letters. */
export function LogoSection() {
  const logo = useOperation(lireLogo, {})
  const choisir = useCommand(choisirLogo)
  const choose = async (): Promise<void> => {
    try {
      const fichier = await call(choisirFichier, { but: 'logo' })
      if (fichier) await choisir.mutateAsync({ jeton: fichier.jeton })
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <Section title="Logo">
      <div className={classes.logo} data-field="logoFichierId">
        <div className={classes.preview}>
          {logo.data != null ? (
            <img src={logo.data} alt="Logo de l’académie" />
          ) : (
            <p>Aucun logo&nbsp;: les lettres portent le nom de l’académie.</p>
          )}
        </div>
        <div>
          <p className={classes.logoText}>
            L’image que votre académie vous autorise à utiliser, en PNG ou JPEG, 2 Mo au plus. Elle est gardée dans le
            registre et imprimée en tête des lettres.
          </p>
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => void choose()} loading={choisir.isPending}>
              {logo.data != null ? 'Remplacer l’image…' : 'Choisir une image…'}
            </Button>
            {logo.data != null && (
              <Button variant="subtle" onClick={() => choisir.mutate({ jeton: null }, { onError: notify.error })}>
                Retirer le logo
              </Button>
            )}
          </div>
        </div>
      </div>
    </Section>
  )
}
